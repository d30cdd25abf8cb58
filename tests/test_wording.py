"""The catalogue of messages and the code agree: nothing unsaid, nothing unused, no Chinese among the code."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po
from test_architecture import PACKAGE, PAGES, name_of, texts

from faheng.words.catalogue import CHINESE, words

Message = tuple[str, ...]  # the text; with its plural where it is counted
CJK = re.compile(r"[\u3000-\u303f\u3400-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff]")
# Strings that are no wording, each with the reason. Whoever adds one says why.
NO_WORDING = {
    ")+(?=自治|乡$|镇$)": "what follows the people in the name of an autonomous place",
    "中文": "a language is offered in its own name",
    "法衡 Faheng": "the name of the product, in the title of the window before a language is known",
    "特别行政区": "a kind of place, by which names of places end",
    "省市区县旗州盟乡镇": "the kinds of places, by which their names end",
    ")(?=人民政府|党委|20\\d\\d|法治政府|关于|政府工作报告)": "what follows the name of a place in a title",
    "(?:工作)?(?:开展)?(?:情况|报告|总结|情况报告|情况的报告|年度报告)$": "how titles of reports end",
    "方正小标宋简体": "a font, by the name under which offices install it",
    "仿宋_GB2312": "a font",
    "楷体_GB2312": "a font",
    "黑体": "a font",
    "微软雅黑": "a font",
    "\u3000": "a full-width space between parts of a chart's title and note",
}
# Files that read or measure Chinese text, or write numerals: their single signs are not for a translator.
SIGNS = {
    "faheng/data/place_names.py": "knows the sign of a people in names of autonomous places",
    "faheng/data/wording/indicators.py": "a wording may be written with the full-width comma",
    "faheng/views/excerpts.py": "knows the signs that end a sentence",
    "faheng/ui/phrase.py": "tells a number from a part of a longer one, whose point may be full-width",
    "faheng/model/printed.py": "reads numerals as reports print them",
    "faheng/checks/text/checked_text.py": "knows the signs that part clauses",
    "faheng/checks/text/named_parts.py": "takes brackets of either width off a name",
    "faheng/words/values.py": "writes 万 and 亿, which English does not have",
    "faheng/words/periods.py": "writes small numbers as Chinese numerals, which English does not have",
    "faheng/words/verdicts.py": "takes the closing sign off a sentence of either language",
    "faheng/words/clean.py": "full-width signs with which a formula may begin",
    "faheng/commands/wide_text.py": "knows the signs that neither begin nor end a line",
    "faheng/exports/document/file.py": "tells whether a text ends with the closing sign of either language",
    "faheng/exports/document/numerals.py": "writes the numerals of Chinese headings",
    "faheng/briefing/headlines.py": "takes what follows the comma of either language off a title",
    "faheng/charts/measure.py": "keeps a closing sign off the start of a line",
}
# What reads Chinese has its grammar in the code: signs, numerals, short particles. A phrase is wording and is data.
READING = ("faheng/reading/",)
PHRASE = re.compile(r"[\u3400-\u9fff]{5}")
CLASS = re.compile(r"\[[^\]]*\]?")
# Two Chinese characters side by side are a word, unless they are numerals or units of ten thousand.
WORD = re.compile(r"[\u3400-\u9fff]{2}")
NUMERALS = re.compile(r"[〇一二两三四五六七八九十百千万萬亿億]+")


def is_say(node: ast.expr) -> bool:
    """Whether it is the thing that speaks: say, view.say, self._say."""
    name = node.id if isinstance(node, ast.Name) else node.attr if isinstance(node, ast.Attribute) else ""
    return name.lstrip("_") == "say"


def is_counting(node: ast.expr) -> bool:
    """Whether it is say.count."""
    return isinstance(node, ast.Attribute) and node.attr == "count" and is_say(node.value)


def said(path: Path) -> Iterator[tuple[int, list[ast.expr]]]:
    """Line and message arguments of every say("…") and say.count("…", "…", n) of the file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and is_say(node.func):
            yield node.lineno, node.args[:1]
        if isinstance(node, ast.Call) and is_counting(node.func):
            yield node.lineno, node.args[:2]


@cache
def messages() -> dict[Message, str]:
    """Every message in the code, with one place where it stands."""
    return {
        tuple(part.value for part in parts if isinstance(part, ast.Constant)): f"{name_of(path)}:{line}"
        for path in PACKAGE + PAGES
        for line, parts in said(path)
    }


@cache
def catalogue() -> dict[Message, Message]:
    """English -> Chinese, as the .po file has it."""
    with CHINESE.open("rb") as source:
        entries = [each for each in read_po(source, locale="zh_CN", abort_invalid=True) if each.id]
    return {as_message(each.id): as_message(each.string) for each in entries}


def as_message(text: str | list[str] | tuple[str, ...]) -> Message:
    return (text,) if isinstance(text, str) else tuple(text)


def names(text: str) -> set[str]:
    """The {names} of a message, without what is written after a colon."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.mark.parametrize("path", PACKAGE + PAGES, ids=name_of)
def test_a_message_is_written_where_it_is_said(path: Path) -> None:
    """Never a variable or an f-string: nobody could find what has no Chinese."""
    built = [line for line, parts in said(path) if not all(isinstance(part, ast.Constant) for part in parts)]

    assert [] == built


def test_the_code_says_something() -> None:
    """The search for messages finds them in every form: say, view.say, say.count."""
    assert {("Overview",), ("Make it our place",), ("Language",)} <= set(messages())
    assert ("With the neighbouring indicator", "With {n} neighbouring indicators") in messages()


def test_every_message_has_its_chinese() -> None:
    """A message without Chinese would stop the page of every Chinese reader."""
    chinese = {english for english, chinese in catalogue().items() if all(chinese)}

    assert {} == {english: place for english, place in messages().items() if english not in chinese}


def test_no_entry_of_the_catalogue_is_unused() -> None:
    """What nobody says is taken out, so that a translator corrects only what readers see."""
    assert [] == sorted(set(catalogue()) - set(messages()))


def test_the_chinese_keeps_the_names() -> None:
    """Every {name} of the English stands in the Chinese, and no other."""
    wrong = {
        english: chinese
        for english, chinese in catalogue().items()
        if any(names(text) != names(english[-1]) for text in chinese)
    }

    assert {} == wrong


def test_the_chinese_is_chinese() -> None:
    """A text of letters has Chinese characters in its translation; only signs and {names} may go without."""
    english_left = [
        chinese
        for english, chinese in catalogue().items()
        if re.search(r"[A-Za-z]{2}", re.sub(r"{\w+}", "", english[0])) and not all(CJK.search(text) for text in chinese)
    ]

    assert [] == english_left


@pytest.mark.parametrize("path", PACKAGE + PAGES, ids=name_of)
def test_no_chinese_stands_in_the_code(path: Path) -> None:
    """Chinese wording is data; the lists above hold what is no wording."""
    found = {text for text in texts(path) if CJK.search(text)} - set(NO_WORDING)
    if name_of(path).startswith(READING):
        found = {text for text in found if PHRASE.search(NUMERALS.sub("", CLASS.sub("", text)))}
    if name_of(path) in SIGNS:
        found = {text for text in found if WORD.search(NUMERALS.sub("", text))}

    assert set() == found


def test_every_exception_is_still_needed() -> None:
    """The lists of exceptions do not outlive what they excuse."""
    written = {name_of(path): set(texts(path)) - set(NO_WORDING) for path in PACKAGE + PAGES}
    everything = {text for path in PACKAGE + PAGES for text in texts(path)}

    assert [] == [text for text in NO_WORDING if text not in everything]
    assert [] == [name for name in SIGNS if not any(CJK.search(text) for text in written.get(name, ()))]


def test_english_has_plain_quotation_marks() -> None:
    """Those of the message; what fills it in is printed as it stands."""
    say = words("en")

    assert '"a.pdf" “b”' == say("“{file}” {other}", file="a.pdf", other="“b”")
    assert 'one "x"' == say.count("one “x”", "{n} “x”", 1)
    assert '2 "x"' == say.count("one “x”", "{n} “x”", 2)
