"""What the commands print can be printed: in an encoding without the characters, and for names that are no UTF-8."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from faheng.commands.output import escaped
from faheng.paths import ROOT

TEXT = "全年受理行政复议案件32件😀𠮷,审结30件。"
EMOJI_IN_PHRASE = "行政机关负责人😀出庭应诉率100%。"


def printed(encoding: str, *arguments: str | bytes) -> tuple[int, str]:
    """Status and standard output of a command whose streams have this encoding."""
    done = subprocess.run(  # noqa: S603 (our own command)
        [sys.executable, "-m", "faheng.cli", *arguments],
        cwd=ROOT, env=os.environ | {"PYTHONIOENCODING": encoding}, capture_output=True, check=False, timeout=120,
    )  # fmt: skip
    assert b"Traceback" not in done.stderr
    return done.returncode, done.stdout.decode(encoding)


@pytest.mark.parametrize("command", [["extract"], ["check", "--format", "json"]], ids=" ".join)
def test_a_line_of_json_says_the_same_in_gbk(tmp_path: Path, command: list[str]) -> None:
    """GBK has no emoji and not every Chinese character: they are escaped as JSON escapes them."""
    (tmp_path / "r.txt").write_text(TEXT + EMOJI_IN_PHRASE, encoding="utf-8")

    said = [json.loads(line) for line in printed("utf-8", *command, str(tmp_path))[1].splitlines()]
    status, lines = printed("gbk", *command, str(tmp_path))

    assert said
    assert (0, said) == (status, [json.loads(line) for line in lines.splitlines()])


@pytest.mark.parametrize("form", ["text", "csv"])
def test_findings_are_printed_in_gbk(tmp_path: Path, form: str) -> None:
    """The title of the report has an emoji."""
    (tmp_path / "报告😀.txt").write_text("全年受理案件9件(维持4件,撤销5件)。", encoding="utf-8")

    status, said = printed("gbk", "check", "--format", form, str(tmp_path))

    assert 0 == status
    assert ("报告\\ud83d\\ude00" if form == "text" else "4 + 5 = 9") in said


@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux names of files are bytes")
@pytest.mark.parametrize("command", [["extract"], ["check", "--format", "json"]], ids=" ".join)
def test_a_name_that_is_no_utf_8_is_escaped(tmp_path: Path, command: list[str]) -> None:
    """The output is UTF-8 all the same, and the name can be told from it."""
    (tmp_path / os.fsdecode(b"r\xff.txt")).write_text(
        TEXT + "维持。出庭应诉率100%,共9件(甲类4件,乙类5件)。", encoding="utf-8"
    )

    status, said = printed("utf-8", *command, str(tmp_path))

    assert 0 == status
    assert {os.fsdecode(b"r\xff")} == {json.loads(line)["report"] for line in said.splitlines()}


@pytest.mark.skipif(sys.platform != "linux", reason="only on Linux names of files are bytes")
def test_such_names_are_evaluated(tmp_path: Path) -> None:
    """Gold and predictions of a name that is no UTF-8, and an emoji in a phrase."""
    line = {"report": "r\udcff", "indicator": "inspections", "value": 3, "phrase": "检查3次😀"}
    gold, predicted = tmp_path / os.fsdecode(b"g\xff.jsonl"), tmp_path / "p.jsonl"
    gold.write_text(json.dumps(line), encoding="utf-8")
    predicted.write_text("", encoding="utf-8")

    status, said = printed("gbk", "evaluate", "--gold", str(gold), "--pred", str(predicted))

    assert 0 == status
    assert "missed  r\\udcff inspections 3  检查3次\\ud83d\\ude00" == said.splitlines()[0]


def test_only_what_cannot_be_encoded_is_escaped() -> None:
    """Another fault of a stream is not ours to hide."""
    with pytest.raises(UnicodeDecodeError):
        escaped(UnicodeDecodeError("gbk", b"\xff", 0, 1, "illegal"))

    error = UnicodeEncodeError("gbk", "a😀b", 1, 2, "none")
    assert ("\\ud83d\\ude00", 2) == escaped(error)
