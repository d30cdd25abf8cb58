"""A command speaks the language that --language names, else the system's, else Chinese."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from faheng.cli import main
from faheng.commands.language import system_language

DRAFT = "城东区2023年法治政府建设年度报告\n一、主要工作\n行政机关负责人出庭应诉率为105%。\n"


@pytest.fixture(autouse=True)
def _no_locale(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({}, ""),
        ({"LANG": "C.UTF-8"}, ""),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.GB18030"}, "zh"),
        ({"LANG": "fr_FR.UTF-8"}, ""),
    ],
)
def test_the_language_of_the_system(monkeypatch, variables, expected):
    """The first variable that is set, in the order of gettext."""
    for name, value in variables.items():
        monkeypatch.setenv(name, value)

    assert expected == system_language()


@pytest.mark.parametrize(
    ("locale", "option", "said"),
    [
        ("", [], "矛盾"),
        ("en_GB.UTF-8", [], "contradiction"),
        ("zh_CN.UTF-8", [], "矛盾"),
        ("en_GB.UTF-8", ["--language", "zh"], "矛盾"),
        ("zh_CN.UTF-8", ["--language", "en"], "contradiction"),
    ],
)
def test_findings_are_said_in_it(monkeypatch, tmp_path: Path, locale, option, said):
    """The option is stronger than the system."""
    monkeypatch.setenv("LANG", locale)
    draft = tmp_path / "draft.txt"
    draft.write_text(DRAFT, encoding="utf-8")

    outcome = CliRunner().invoke(main, ["check", str(draft), *option])

    assert said in outcome.stdout.lower()


@pytest.mark.parametrize("command", ["check", "extract"])
def test_a_failure_is_said_in_it(monkeypatch, tmp_path: Path, command):
    """On a Chinese system a file that cannot be read is told in Chinese; the status is the same."""
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    outcomes = {}
    for locale in ("zh_CN.UTF-8", "en_US.UTF-8"):
        monkeypatch.setenv("LANG", locale)
        outcomes[locale] = CliRunner().invoke(main, [command, str(empty)])

    assert {1} == {each.exit_code for each in outcomes.values()}
    assert "empty.txt" in outcomes["zh_CN.UTF-8"].stderr
    assert "是空文件" in outcomes["zh_CN.UTF-8"].stderr
    assert "is empty" in outcomes["en_US.UTF-8"].stderr
