"""data/wording: every file is declared, the shipped files have no fault, and a slip is one line with its place."""

from __future__ import annotations

import csv
import io
import random
import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner
from damaged import WHOLE
from test_dataset import edit

from faheng import cli
from faheng.data.declared import Names
from faheng.data.places import HEADERS as PLACE_FILES
from faheng.data.reference import HEADERS, read_reference
from faheng.data.wording.read import TABLES, read_wording
from faheng.errors import DataProblems, Problem
from faheng.model import Bound
from faheng.paths import DATA
from faheng.reading.lexicon import lexicon, made_from
from faheng.reading.mentions import mentions_in

SPOILING = (
    "",
    " ",
    "x",
    "none",
    "9" * 40,
    "1e9",
    "-1",
    "(",
    "[",
    "a{9999999999999}",
    "|",
    "a||b",
    "é\u202e",
    "😀",
    '"',
)


def faults_of(data: Path) -> list[Problem]:
    """What is wrong with the reference and the wording below a folder."""
    problems: list[Problem] = []
    reference = read_reference(data / "reference", problems)
    names = Names(frozenset(reference.indicators), frozenset(each.id for each in reference.scopes))
    read_wording(data, names, problems)
    return problems


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """A copy of the reference and the wording that a test may spoil."""
    for folder in ("reference", "wording"):
        shutil.copytree(DATA / folder, tmp_path / "data" / folder)
    return tmp_path / "data"


def test_the_shipped_wording_has_no_fault() -> None:
    assert [] == [str(each) for each in faults_of(DATA)]


def test_every_csv_is_declared() -> None:
    """Each file of wording and reference has its columns and what its rows become."""
    assert {f"wording/{path.name}" for path in (DATA / "wording").glob("*.csv")} == {table.name for table in TABLES}
    assert {path.stem for path in (DATA / "reference").glob("*.csv")} == {*HEADERS, *PLACE_FILES}


def test_a_file_that_nobody_reads_is_named(files: Path) -> None:
    (files / "wording/sektions.csv").write_text("phrase,note\n", encoding="utf-8")

    assert ["data/wording/sektions.csv:1: no part of Faheng reads this file; rename or remove it"] == [
        str(each) for each in faults_of(files)
    ]


# What was accepted once: the rule never fired, or reading stopped with a fault of Faheng.
FAULTS = [
    (
        "indicators/courts",
        "indicator",
        "court_apearance_rate",
        "unknown 'court_apearance_rate'",
        "'court_appearance_rate'",
    ),
    ("indicators/courts", "tier", "fifty", "unknown 'fifty'", "exact, usual, loose, last_resort"),
    ("indicators/courts", "unless", "应当出厅", "unknown blocker '应当出厅'", "'应当出庭'"),
    ("indicators/courts", "silent", "", "is empty", "keeps the row silent"),
    ("indicators/courts", "example", "", "is empty", "write a value"),
    ("indicators/courts", "reads", "ninety", "'ninety' is not a number", "digits"),
    ("indicators/courts", "wording", "<负则人>出庭率{%}", "unknown group '负则人'", "'负责人'"),
    ("indicators/courts", "wording", "出庭{見}", "unknown unit '見'", "data/wording/units.csv"),
    ("indicators/courts", "wording", "{=零败诉了}", "unknown statement '零败诉了'", "'零败诉'"),
    ("groups", "kind", "noun", "unknown 'noun'", "name, verb, filler, unit, other"),
    ("groups", "words", "负责人|(首长)", "hold signs of the small language", "plain words"),
    ("blockers", "words", "", "is empty", "join words by |"),
    ("indicators/courts", "scope", "departmens", "unknown 'departmens'", "'departments'"),
    ("indicators/courts", "topic", "litigations", "unknown topic 'litigations'", "data/wording/topics.csv"),
    (
        "indicators/courts",
        "topic",
        "litigation|!labour",
        "names topics and forbids others",
        "before each or before none",
    ),
    ("indicators/courts", "unless", "率||旁听", "has an empty word", "join words by |"),
    ("bounds", "meaning", "atleast", "unknown 'atleast'", "at_least, at_most, about"),
    ("bounds", "place", "behind", "unknown 'behind'", "before, inside, after"),
    ("bounds", "phrase", "", "is empty", "write a value"),
    ("statements", "value", "hundred", "'hundred' is not a number", "digits"),
    ("statements", "bound", "atleast", "unknown 'atleast'", "exact, at_least"),
    ("statements", "unit", "percent", "unknown 'percent'", "data/wording/units.csv"),
    ("statements", "change", "rise", "unknown 'rise'", "up, down"),
    ("statements", "between", "已", "has nothing that follows", "fill in follow"),
    ("part_scopes", "scope", "first_instanse", "unknown 'first_instanse'", "'first_instance'"),
    ("part_scopes", "words", "一审(", "is no pattern", "mend the signs"),
    ("part_scopes", "words", "一审|", "matches the empty text", "has to stand"),
    ("sums", "parts", "bills|sugestions", "unknown scope 'sugestions'", "data/reference/scopes.csv"),
    ("carried_scopes", "leader", "litigation", "unknown 'litigation'", "data/reference/indicators.csv"),
    ("sections", "role", "result", "unknown 'result'", "results, plan, problem, glossary"),
    ("targets", "meaning", "aim", "unknown 'aim'", "target, plan, behind, none"),
    ("units", "meaning", "thingy", "unknown 'thingy'", "percent, points"),
    ("changes", "meaning", "rise", "unknown 'rise'", "up, down, level"),
    ("periods", "place", "month", "unknown 'month'", "whole, comparison"),
    ("recognition", "meaning", "report", "unknown 'report'", "annual_report"),
    ("characters", "becomes", "ab", "has 2 characters", "one character"),
    ("variants", "becomes", "复", "has 1 characters, the phrase 2", "as many"),
    ("page_noise", "kind", "words", "unknown 'words'", "word, page, counter, start"),
    ("table_headers", "meaning", "goal", "unknown 'goal'", "target, result"),
    ("table_headers", "place", "middle", "unknown 'middle'", "alone, start, edge"),
    ("parts", "meaning", "among them", "unknown 'among them'", "among, total"),
    ("leftovers", "place", "first", "unknown 'first'", "leading, trailing"),
    ("groups", "words", "", "is empty", "join words by |"),
]


@pytest.mark.parametrize("slip", FAULTS, ids=lambda slip: ":".join(slip[:3]))
def test_a_bad_cell_is_one_line(files: Path, slip: tuple[str, str, str, str, str]) -> None:
    """File, line and column of the slip, what is wrong and what to write instead."""
    file, column, cell, fault, instead = slip
    edit(files / f"wording/{file}.csv", 2, column, cell)

    found = [each for each in faults_of(files) if each.column == column]

    assert [(files / f"wording/{file}.csv").as_posix()] == [each.file for each in found]
    assert (2, True, True) == (found[0].line, fault in found[0].fault, instead in found[0].instead)
    assert 1 == len(str(found[0]).splitlines())


def test_a_silent_sentence_needs_a_blocker(files: Path) -> None:
    """Nothing in the row could keep it silent."""
    edit(files / "wording/indicators/courts.csv", 2, "unless", "")

    assert [("silent", "has no blocker to show")] == [(each.column, each.fault) for each in faults_of(files)]


def test_the_same_wording_twice_is_a_fault(files: Path) -> None:
    """Also in another file of the folder: one of the two would never have a number."""
    courts, again = files / "wording/indicators/courts.csv", files / "wording/indicators/more.csv"
    again.write_text("\n".join(courts.read_text(encoding="utf-8").splitlines()[:2]) + "\n", encoding="utf-8")

    assert [(2, "the same wording as line 2")] == [(each.line, each.fault) for each in faults_of(files)]


@pytest.mark.parametrize(
    ("wording", "fault"),
    [
        ("(出庭率{%}", "cannot be read"),
        ("[出庭率]{%}", "holds no word that has to stand there"),
        ("出庭率", "cannot be read"),
    ],
)
def test_a_wording_that_is_no_pattern_is_one_line(files: Path, wording: str, fault: str) -> None:
    """Brackets that do not close, nothing that has to stand there, no number."""
    edit(files / "wording/indicators/courts.csv", 2, "wording", wording)
    problems: list[Problem] = []

    assert made_from(files, problems) is None
    assert [(2, "wording")] == [(each.line, each.column) for each in problems]
    assert fault in problems[0].fault


def test_months_are_a_first_and_a_last(files: Path) -> None:
    """A part of the year that ends before it begins, or in month 13."""
    path = files / "wording/periods.csv"
    rows = path.read_text(encoding="utf-8").splitlines()
    line = next(n for n, row in enumerate(rows, 1) if ",months," in row)
    for cell in ("6-1", "1-13", "June"):
        edit(path, line, "meaning", cell)
        assert [(line, "write months such as 1-6")] == [(each.line, each.instead) for each in faults_of(files)]


@pytest.mark.stress
@pytest.mark.parametrize("folder", ["wording", "reference"])
def test_damage_anywhere_is_named_or_does_no_harm(files: Path, folder: str) -> None:
    """Whatever stands in whichever cell: the files are read, or each fault is one line; never another error."""
    draw = random.Random(20260117)  # noqa: S311 (a seeded draw, no secret)
    for path in sorted((files / folder).rglob("*.csv")):
        whole = path.read_text(encoding="utf-8")
        for _ in range(40 if WHOLE else 4):
            table = list(csv.reader(io.StringIO(whole, newline="")))
            row = draw.choice(table)
            row[draw.randrange(len(row))] = draw.choice(SPOILING)
            with path.open("w", encoding="utf-8", newline="") as target:
                csv.writer(target, lineterminator="\n").writerows(table)
            assert all("\n" not in str(each) for each in faults_of(files))
        cut = whole.encode()[: draw.randrange(len(whole))]
        path.write_bytes(cut)
        assert all("\n" not in str(each) for each in faults_of(files))
        path.write_text(whole, encoding="utf-8")


def test_one_cause_is_said_once_with_its_number() -> None:
    """A name that is gone and stands in 47 lines is one thing to mend; two faults of a file stay two lines."""
    unknown = [Problem(f"data/observations/{n}.csv", n, "indicator", "unknown 'x'", "write 'y'") for n in range(2, 49)]
    empty = [Problem("data/reference/units.csv", n, "name_zh", "is empty", "write a value") for n in (3, 5)]

    first, *others = str(DataProblems([*unknown, *empty])).splitlines()

    assert first.startswith("data/observations/2.csv:2 [indicator]: unknown 'x'; write 'y' (47 times: also ")
    assert list(map(str, empty)) == others


def test_lint_data_says_what_build_would_say(data: Path) -> None:
    """Wording, messages and figures at once; status 1, one line each, and nothing is built."""
    edit(data / "wording/bounds.csv", 2, "meaning", "atleast")
    edit(data / "observations/chengdong-2020.csv", 2, "bound", "atleast")
    (data / "wording/locale/zh_CN/LC_MESSAGES/faheng.po").write_text('msgid "a\n', encoding="utf-8")

    result = CliRunner().invoke(cli.main, ["lint-data", "--data", str(data)])

    places = [re.sub(r":\d+.*", "", line).rpartition("/")[2] for line in result.stderr.splitlines()]
    assert (1, ["chengdong-2020.csv", "bounds.csv", "faheng.po"]) == (result.exit_code, places)


def test_the_shipped_data_passes() -> None:
    result = CliRunner().invoke(cli.main, ["lint-data"])

    assert (0, "") == (result.exit_code, result.stderr)


def test_an_edited_file_is_seen_by_the_next_reading(data: Path) -> None:
    """One lexicon for as long as the files stay the same, another once one of them has changed."""
    before = lexicon(data)
    same = lexicon(data)
    edit(data / "wording/bounds.csv", 2, "meaning", "at_most")
    after = lexicon(data)

    assert before is same
    number = "复议超过12件"
    bounds = [mentions_in(number, each.mentions)[0].bound for each in (before, after)]
    assert [Bound.AT_LEAST, Bound.AT_MOST] == bounds


def test_a_faulty_file_stops_a_reading_with_its_place(data: Path) -> None:
    edit(data / "wording/statements.csv", 2, "value", "hundred")

    with pytest.raises(DataProblems, match=r"statements.csv:2 \[value\]: 'hundred' is not a number"):
        lexicon(data)
