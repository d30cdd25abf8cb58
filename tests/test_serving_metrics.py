"""What a server tells machines: /metrics to whoever has the token, lines of JSON with the id of their request."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import ROOT
from intakes import one
from own_reports import text_file
from served import Served, serving
from streamed import visitor

from faheng.intake.intake import Intake

prometheus = pytest.importorskip("prometheus_client.parser", reason="prometheus_client is missing (faheng[cluster])")
TOKEN = "a-token-of-this-test"  # noqa: S105 (no secret)


@pytest.fixture(scope="module")
def measured(shipped_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, Path]]:
    """A server with a token, a ledger of one report, and lines of JSON; and the file of the token."""
    folder = tmp_path_factory.mktemp("measured")
    store, token = shutil.copytree(shipped_folder, folder / "store"), folder / "token"
    token.write_text(f"{TOKEN}\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("FAHENG_LEDGER", raising=False)
        intake = Intake.open(store)
        one(intake, text_file(folder))
        intake.ledger.close()
    env = {"FAHENG_METRICS": str(token), "FAHENG_LOG": "json", "FAHENG_LEDGER": ""}
    with serving(store, folder / "log", env=env) as served:
        yield served, token


def told(served: Served, token: str = TOKEN) -> dict[str, float]:
    """Name, with what tells it from others, -> value."""
    answer = served.ask("/metrics", Authorization=f"Bearer {token}")
    assert answer.status == 200, answer.told
    return {
        each.name + "".join(sorted(each.labels.values())): each.value
        for family in prometheus.text_string_to_metric_families(answer.told)
        for each in family.samples
    }


def lines(served: Served) -> list[dict[str, object]]:
    return [json.loads(each) for each in served.said().splitlines()]


def test_who_has_the_token_reads_how_things_stand(measured: tuple[Served, Path]) -> None:
    """Readers while they read, their queries and pages, the snapshot and its age, what waits for review."""
    served, _ = measured
    before = told(served)
    with visitor(served) as reader, reader.session() as session:
        session.open("compare")
        during = told(served)
    end = time.monotonic() + 20
    while (after := told(served)).get("faheng_reviews_waiting") is None and time.monotonic() < end:
        time.sleep(0.2)

    assert (0, 1) == (before["faheng_readers"], during["faheng_readers"])
    assert (1, 1, 1, 1) == tuple(during[f"faheng_{name}"] for name in (
        "snapshot_readable", "snapshot_number", "ledger_readable", "ledger_events"))  # fmt: skip
    assert 0 < during["faheng_snapshot_age_seconds"] < 3600
    assert during["faheng_query_seconds_countpages/shared__filled"] >= 1
    assert during["faheng_page_seconds_countcompare"] >= 1
    assert during["process_resident_memory_bytes"] > 50_000_000
    assert after["faheng_reviews_waiting"] >= 0


@pytest.mark.parametrize("given", ["", "Bearer ", "Bearer wrong", f"Basic {TOKEN}", f"Bearer {TOKEN}x", "Bearer \xff"])
def test_without_the_token_there_is_nothing_to_see(measured: tuple[Served, Path], given: str) -> None:
    served, _ = measured
    answer = served.ask("/metrics", **({"Authorization": given} if given else {}))

    assert (404, "Not found\n") == (answer.status, answer.told)


def test_a_new_token_holds_at_once_and_the_old_one_no_more(measured: tuple[Served, Path]) -> None:
    served, file = measured
    file.write_text("another-token-of-this-test", encoding="utf-8")
    try:
        assert 404 == served.ask("/metrics", Authorization=f"Bearer {TOKEN}").status
        assert 1 == told(served, "another-token-of-this-test")["faheng_snapshot_number"]
        file.write_text("short", encoding="utf-8")
        assert 404 == served.ask("/metrics", Authorization="Bearer short").status
    finally:
        file.write_text(TOKEN, encoding="utf-8")


def test_what_streamlit_tells_stays_closed(measured: tuple[Served, Path]) -> None:
    """Names of sessions and of users can stand in it; no token opens it, however it is written."""
    served, _ = measured
    ways = ("/metrics", "/metrics/", "/metrics?families=active_sessions", "/%6detrics", "/./metrics", "/x/../metrics")
    others = ("//_stcore/metrics", "/%5Fstcore/metrics", "/x/../_stcore/metrics")
    for path in (*(f"/_stcore{each}" for each in ways), *others):
        answer = served.ask(path, Authorization=f"Bearer {TOKEN}")
        assert [] == [each for each in ("# TYPE", "# HELP", "active_sessions") if each in answer.told], path
    assert 404 == served.ask("/_stcore/metrics", method="OPTIONS").status


def test_every_line_is_an_object_and_says_of_which_request(measured: tuple[Served, Path]) -> None:
    """The proxy's id where it is one, else one of ours; the answer carries it; a page has that of its stream."""
    served, _ = measured
    assert "from-the-proxy-1" == served.ask("/robots.txt", X_Request_Id="from-the-proxy-1").getheader("x-request-id")
    ours = served.ask("/robots.txt", X_Request_Id="a b\x1b").getheader("x-request-id")
    assert re.fullmatch("[0-9a-f]{32}", ours)
    served.ask("/", Host="evil.example")
    with visitor(served) as reader, reader.session() as session:
        session.open("methods")

    said = lines(served)
    assert {"from-the-proxy-1", ours} <= {each["request"] for each in said if each["event"] == "request"}
    (refused,) = [each for each in said if each["event"] == "refused"]
    assert "this server does not go by the name" in str(refused["said"])
    (page, *_) = [each for each in said if each["event"] == "page" and each["page"] == "methods"]
    assert {page["request"]} == {
        each["request"] for each in said
        if each["event"] == "request" and each["path"] == "/_stcore/stream" and each["request"] == page["request"]
    }  # fmt: skip
    assert all(re.fullmatch(r"\d{4}-\d\d-\d\dT[\d:.]+\+00:00", str(each["at"])) for each in said)


def test_a_decision_is_told_by_its_number(intake: Intake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                          capsys: pytest.CaptureFixture[str]) -> None:  # fmt: skip
    monkeypatch.setenv("FAHENG_LOG", "json")
    report = one(intake, text_file(tmp_path))

    (told_of,) = [json.loads(each) for each in capsys.readouterr().err.splitlines() if '"noted"' in each]
    assert (1, "imported", report, "王五") == tuple(told_of[name] for name in ("decision", "kind", "report", "who"))


def test_what_a_library_logs_is_an_object_too() -> None:
    """With the trace of its error inside, not as lines behind it."""
    code = """
import logging, faheng.log
handler = logging.StreamHandler()
handler.setFormatter(logging.Formatter(faheng.log.take_in_libraries()))
logging.getLogger("x").addHandler(handler)
try:
    1 / 0
except ZeroDivisionError:
    logging.getLogger("x").exception("%s went wrong", "it\\n")
"""
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)  # noqa: S603
    (line,) = ran.stderr.splitlines()
    held = json.loads(line)
    assert ("it\n went wrong", "error", "x") == (held["said"], held["level"], held["logger"])
    assert held["trace"].endswith("ZeroDivisionError: division by zero\n")


@pytest.mark.parametrize(("setting", "value", "said"), [
    ("FAHENG_LOG", "xml", "FAHENG_LOG is 'xml'; write json, or nothing for plain lines"),
    ("FAHENG_METRICS", "/nowhere", "name a file with a token"),
])  # fmt: skip
def test_a_wrong_setting_is_one_line(
    setting: str, value: str, said: str, shipped_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The server does not start with it."""
    monkeypatch.setenv(setting, value)
    monkeypatch.setenv("FAHENG_STORE", str(shipped_folder))
    command = [sys.executable, "-m", "faheng.cli", "serve", "--port", "8699"]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)  # noqa: S603

    assert ended.returncode == 1
    assert said in ended.stderr
    assert 1 == len(ended.stderr.splitlines()), ended.stderr
