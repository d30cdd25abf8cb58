"""What the commands say about themselves is in the language they speak: help, and faults of how they were called."""

from __future__ import annotations

import re
from collections.abc import Iterator

import click
import pytest
from click.testing import CliRunner, Result

from faheng.cli import COMMANDS, main
from faheng.commands.wide_text import wide, wrapped
from faheng.data.messages import read_pairs
from faheng.paths import DATA

# Two English words side by side are a sentence that was left; names of commands, options and files stand alone.
SENTENCE = re.compile(r"\b[A-Za-z]{2,}[,;:]? [a-z]{2,}\b")
# Names of two words that stay as they are.
NAMES = re.compile(r"Data Package|OpenID Connect|Who may edit|faheng [a-z-]+( [a-z]+)?")
NARROW = 80


def paths() -> Iterator[tuple[str, ...]]:
    """The names that lead to every command."""
    yield ()
    for name, command in COMMANDS.items():
        yield (name,)
        made = command()
        if isinstance(made, click.Group):
            yield from ((name, each) for each in made.commands)


def called(monkeypatch: pytest.MonkeyPatch, locale: str, *arguments: str) -> Result:
    monkeypatch.setenv("LC_ALL", locale)
    return CliRunner().invoke(main, arguments, prog_name="faheng", terminal_width=NARROW)


def english_left(text: str) -> list[str]:
    return SENTENCE.findall(NAMES.sub("", text))


@pytest.mark.parametrize("path", list(paths()), ids=" ".join)
def test_help_is_chinese_on_a_chinese_system(monkeypatch, path):
    """All of it, in lines that a terminal holds; the same command speaks English elsewhere."""
    chinese = called(monkeypatch, "zh_CN.UTF-8", *path, "--help")
    english = called(monkeypatch, "en_GB.UTF-8", *path, "--help")

    assert (0, 0) == (chinese.exit_code, english.exit_code)
    assert not english_left(chinese.stdout)
    assert "用法：" in chinese.stdout
    assert all(wide(line) <= NARROW for line in chinese.stdout.splitlines() if not line.startswith("用法："))
    assert "Usage:" in english.stdout
    assert not re.search(r"[\u4e00-\u9fff]", english.stdout)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--nope"], "没有 '--nope' 这个选项。"),
        (["biuld"], "没有 'biuld' 这个命令。"),
        (["serve", "--prot", "1"], "没有 '--prot' 这个选项，可能是：'--host', '--path', '--port'"),
        (["serve", "--port"], "选项 '--port' 之后须写取值。"),
        (["serve", "--port", "x"], "'--port' 的取值有误：'x' 不是整数。"),
        (["serve", "--port", "0"], "'--port' 的取值有误：0 不在 1<=x<=65535 之内。"),
        (["serve", "--path", "a b"], "'--path' 的取值有误：'a b' 不符合格式，应写作 /faheng"),
        (["serve", "--auth", "none.toml"], "'--auth' 的取值有误：文件 'none.toml' 不存在。"),
        (["build", "--data", "none"], "'--data' 的取值有误：文件夹 'none' 不存在。"),
        (["build", "--if-missing=1"], "选项 '--if-missing' 不带取值。"),
        (["extract"], "缺少参数 'FILE...'。"),
        (["evaluate"], "缺少选项 '--gold'。"),
        (["restore", "1", "2"], "多出参数（2）"),
        (["history", "--between", "1"], "选项 '--between' 之后须写 2 个取值。"),
        (["check", "--format", "xml"], "'--format' 的取值有误：'xml' 不在可选之列：'text', 'json', 'csv'。"),
        (["check", "--reports", "pyproject.toml"], "--reports 说明各 FILE 的情况，请写明 FILE"),
        (["import"], "请写明 FILE，或用 --again"),
        (["import", "pyproject.toml", "--place", "999999"], "没有地区 '999999'：请写"),
        (["import", "pyproject.toml", "--place", "999999-某区"], "--place 999999-某区：请"),
        (["review", "--list", "--accept", "x"], "列出与判断只能择一"),
        (["export", "pptx", "data"], "'FILE' 的取值有误：'data' 是文件夹"),
        (["export", "pptx", "none/x.pptx"], "'FILE' 的取值有误：没有文件夹 'none'"),
        (["export", "pptx", "x.docx"], "'FILE' 的取值有误：'x.docx' 是另一种文件的后缀：pptx 应为 .pptx"),
    ],
)
def test_a_wrong_call_is_told_in_chinese(monkeypatch, tmp_path, arguments, said):
    """In one line of its own, after how it is called; status 2 as ever."""
    monkeypatch.setenv("FAHENG_STORE", str(tmp_path))
    outcome = called(monkeypatch, "zh_CN.UTF-8", *arguments)

    assert 2 == outcome.exit_code
    assert f"出错：{said}" in outcome.stderr
    assert not english_left(outcome.stderr)


def test_a_call_names_its_language(monkeypatch):
    """--language is stronger than the system, in a fault and in the help."""
    assert "没有 '--x' 这个选项" in called(monkeypatch, "en_GB.UTF-8", "check", "--language", "zh", "--x").stderr
    assert "No such option" in called(monkeypatch, "zh_CN.UTF-8", "check", "--language=en", "--x").stderr
    assert "Usage:" in called(monkeypatch, "zh_CN.UTF-8", "check", "--language", "en", "--help").stdout


def test_a_group_without_a_command_shows_its_help(monkeypatch):
    """As lines, not as one line of an error."""
    outcome = called(monkeypatch, "zh_CN.UTF-8", "export")

    assert 2 == outcome.exit_code
    assert "出错" not in outcome.output
    assert "  pptx  " in outcome.output


def test_every_text_of_the_catalogue_is_filled():
    """With the same names on both sides, so that nothing of a fault is lost."""
    names = re.compile(r"{\w+}")
    for english, chinese in read_pairs(DATA, []).items():
        assert chinese
        assert sorted(names.findall(english)) == sorted(names.findall(chinese))


def test_lines_end_where_chinese_may_end():
    """No line begins with a closing sign, no word is broken, none is wider than asked."""
    assert ["读取 pdf，", "写出数据。"] == wrapped("读取 pdf，写出数据。", 10)
