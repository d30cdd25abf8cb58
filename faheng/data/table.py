"""A data file as rows whose cells know their place, so that every fault can be named exactly.

A cell is parsed by a method of Row; a fault is added to the list of problems and a harmless value is returned, so
that one run names every fault of every file. Left out on purpose: guessing. A value that cannot be read is a fault.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from faheng.errors import Problem
from faheng.paths import ROOT

Word = TypeVar("Word", bound=StrEnum)

# "by 2030" style slips (20222, 0202) are the commonest date faults: outside this range a date is a typing error.
PLAUSIBLE_YEARS = range(1949, 2101)
# Without a blank, a backslash, a quotation mark or a sign that is not seen: a browser would make another address of it.
_IN_ADDRESS = r"[^\s\\\"'<>\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]"
WEB_ADDRESS = re.compile(rf"https?://(?![:/?#@])({_IN_ADDRESS}(?<![/?#@]))+([/?#]{_IN_ADDRESS}*)?")
ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# What a decimal(20, 6) column of the store holds with room to spare; 1e9 and full-width digits are typing errors.
PLAIN_NUMBER = re.compile(r"-?[0-9]{1,12}(?:\.[0-9]{1,6})?")
# What a cell becomes that is no pattern: it matches nowhere.
NOTHING = re.compile(r"(?!)")
# How many names a wrong one is held against, to say which was meant; with 40,000 that takes seconds.
MOST_COMPARED = 1000
# Beyond so many faults something is wrong with a whole file, and no name was meant otherwise.
MOST_HELPED = 200
# What an integer column of the store holds.
LARGEST_WHOLE = 2**31 - 1


@dataclass(slots=True)
class Row:
    """One record of a file: cells by column, the line it starts on, and where its faults are collected.

    lines: column -> its own line, in a file that has a line for each.
    """

    file: str
    line: int
    cells: dict[str, str]
    problems: list[Problem]
    lines: dict[str, int] | None = None

    def fault(self, column: str, fault: str, instead: str) -> None:
        """Record that the cell in column is wrong and what to write instead."""
        line = (self.lines or {}).get(column, self.line)
        self.problems.append(Problem(self.file, line, column, fault, instead))

    def text(self, column: str) -> str:
        """The cell as it stands, without surrounding blanks."""
        return self.cells.get(column, "").strip()

    def needed(self, column: str) -> str:
        """The cell, which must not be empty."""
        value = self.text(column)
        if not value:
            self.fault(column, "is empty", "write a value")
        return value

    def words(self, column: str, *, empty: bool = False) -> tuple[str, ...]:
        """The cell as words joined by |; () for an empty cell where that is allowed."""
        value = self.text(column)
        if empty and not value:
            return ()
        found = tuple(each.strip() for each in value.split("|"))
        if not all(found):
            self.fault(column, "is empty" if not value else "has an empty word", "join words by |, none of them empty")
        return found

    def choice(self, column: str, words: Collection[str]) -> str:
        """The cell, which must be one of a few words."""
        value = self.text(column)
        if value not in words:
            spoken = ", ".join(filter(None, words))
            self.fault(column, f"unknown {value!r}", f"write one of {spoken}" if spoken else "leave it empty")
        return value

    def yes(self, column: str) -> bool:
        """Whether the cell says yes; it must say yes or no."""
        return self.choice(column, ("yes", "no")) == "yes"

    def character(self, column: str) -> str:
        """The cell as it stands, which must be one character, a blank too."""
        value = self.cells[column]
        if len(value) != 1:
            self.fault(column, f"has {len(value)} characters", "write one character")
            return "?"
        return value

    def pattern(self, column: str) -> re.Pattern[str]:
        """The cell as a regular expression that matches some text and groups nothing."""
        value = self.needed(column)
        try:
            pattern = re.compile(value)
        except (re.error, OverflowError, RecursionError) as error:
            self.fault(column, f"{value!r} is no pattern ({error})", "write words joined by |, or mend the signs")
            return NOTHING
        if value and pattern.match(""):
            self.fault(column, f"{value!r} matches the empty text", "write what has to stand there")
        return pattern

    def known(self, column: str, names: Collection[str], where: str, *, empty: bool = False) -> str:
        """The cell, which must be one of names (listed in the file `where`), or empty where that is allowed."""
        value = self.text(column)
        if value in names or (empty and not value):
            return value
        import difflib  # noqa: PLC0415 (a fault alone needs it)

        spoilt = len(self.problems) > MOST_HELPED
        near = [] if spoilt else difflib.get_close_matches(value, likely(value, names), n=1)
        self.fault(
            column,
            f"unknown {value!r}",
            f"write {near[0]!r} or add it to {where}" if near else f"use one of {where}",
        )
        return value

    def word(self, column: str, words: type[Word]) -> Word:
        """The cell as a member of a closed list of words."""
        value = self.text(column)
        try:
            return words(value)
        except ValueError:
            self.fault(column, f"unknown {value!r}", "write one of " + ", ".join(words))
            return next(iter(words))

    def optional_word(self, column: str, words: type[Word]) -> Word | None:
        """The cell as a member of a closed list of words, or None where it is empty."""
        return self.word(column, words) if self.text(column) else None

    def number(self, column: str, low: str = "0", high: str | None = None) -> Decimal:
        """The cell as a plain decimal number within [low, high]."""
        return self.number_in(column, self.text(column), low, high)

    def number_in(self, column: str, value: str, low: str = "0", high: str | None = None) -> Decimal:
        """A text of the cell as a plain decimal number within [low, high]."""
        if not PLAIN_NUMBER.fullmatch(value):
            instead = "write digits with a decimal point, such as 98.3, at most 12 before it and 6 after"
            self.fault(column, f"{value!r} is not a number", instead)
            return Decimal(low)
        number = Decimal(value)
        if number < Decimal(low) or (high is not None and number > Decimal(high)):
            self.fault(
                column,
                f"{value} is out of range",
                f"write a number from {low}" + (f" to {high}" if high else " up"),
            )
            return Decimal(low)
        return number

    def optional_number(self, column: str, low: str = "0", high: str | None = None) -> Decimal | None:
        """The cell as a number, or None where it is empty."""
        return self.number(column, low, high) if self.text(column) else None

    def whole(self, column: str, low: int = 0) -> int:
        """The cell as a whole number of at least low."""
        number = self.number(column, str(low), str(LARGEST_WHOLE))
        if number != number.to_integral_value():
            self.fault(column, f"{number} is not whole", "write a whole number")
        return int(number)

    def day(self, column: str) -> date:
        """The cell as a day, written 2022-11-25."""
        value = self.text(column)
        try:
            if not ISO_DAY.fullmatch(value):  # Python would take 20221125 and 2022-W47-5 as well
                raise ValueError(value)
            day = date.fromisoformat(value)
        except ValueError:
            self.fault(column, f"{value!r} is not a day", "write year-month-day, such as 2022-11-25")
            return date(2000, 1, 1)
        if day.year not in PLAUSIBLE_YEARS:
            self.fault(column, f"the year {day.year} is not plausible", "check the digits")
        return day

    def address(self, column: str, *, empty: bool = False) -> str:
        """The cell as the address of a page: a reader will click on it, so it leads to the web and nowhere else."""
        value = self.text(column) if empty else self.needed(column)
        if not value or WEB_ADDRESS.fullmatch(value):
            return value
        self.fault(column, f"{value!r} is no address of the web", "write https://, the name of a site and the page")
        return ""

    def optional_day(self, column: str) -> date | None:
        """The cell as a day, or None where it is empty."""
        return self.day(column) if self.text(column) else None


def likely(value: str, names: Collection[str]) -> list[str]:
    """The names that a slip may have come from: of tens of thousands, those that begin alike."""
    if len(names) <= MOST_COMPARED:
        return sorted(names)
    return sorted(name for name in names if name[:2] == value[:2])[:MOST_COMPARED]


def shown(path: Path) -> str:
    """The path as people know it: from the project's folder where it lies inside."""
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.as_posix()


def read_csv(path: Path, header: tuple[str, ...], problems: list[Problem]) -> Iterator[Row]:
    """The rows of a CSV file whose header must be exactly `header`; an unreadable file is one problem."""
    file = shown(path)
    text = read_text(path, problems)
    if text is None:
        return
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        found = tuple(next(reader, []))
        if found != header:
            problems.append(Problem(file, 1, "", f"the header is {','.join(found)}", f"write {','.join(header)}"))
            return
        line = reader.line_num + 1
        for cells in reader:
            if len(cells) != len(header):
                problems.append(
                    Problem(
                        file,
                        line,
                        "",
                        f"{len(cells)} cells",
                        f"write {len(header)}; put a cell with a comma in quotes",
                    )
                )
            else:
                yield Row(file, line, dict(zip(header, cells, strict=True)), problems)
            line = reader.line_num + 1
    except csv.Error as error:
        problems.append(Problem(file, reader.line_num, "", f"not CSV ({error})", "close the quotes on this line"))


def read_toml(path: Path, keys: tuple[str, ...], problems: list[Problem]) -> Row | None:
    """A TOML file of plain keys as one Row; None where it cannot be read."""
    file = shown(path)
    text = read_text(path, problems)
    if text is None:
        return None
    import tomllib  # noqa: PLC0415 (builds alone need it)

    try:
        values = {key: str(value) for key, value in tomllib.loads(text).items()}
    except (ValueError, RecursionError) as error:  # a number of thousands of digits, brackets nested without end
        problems.append(Problem(file, 1, "", f"not TOML ({error})", 'write key = "value" lines'))
        return None
    lines = {line.split("=")[0].strip(): n for n, line in enumerate(text.split("\n"), 1) if "=" in line}
    row = Row(file, 1, values, problems, lines)
    for key in sorted(set(values) - set(keys)):
        row.fault(key, "unknown key", "use " + ", ".join(keys))
    for key in keys:
        if key not in values:
            row.fault(key, "is missing", f'add a line {key} = ""')
    return row


def read_text(path: Path, problems: list[Problem]) -> str | None:
    """The file as UTF-8 text (a byte-order mark is dropped); None and a problem where it cannot be read."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError:
        problems.append(Problem(shown(path), 1, "", "the file is missing", "put it back"))
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        problems.append(Problem(shown(path), line, "", "not UTF-8 text", "save the file as UTF-8"))
    except OSError as error:
        problems.append(Problem(shown(path), 1, "", f"cannot be read ({error.strerror})", "check the file's rights"))
    return None


def only_first(rows: Iterator[tuple[Row, tuple[object, ...]]], what: str) -> None:
    """Every key may stand once; a second is a fault that names the line of the first."""
    seen: dict[tuple[object, ...], int] = {}
    for row, key in rows:
        if key in seen:
            row.fault("", f"the same {what} as line {seen[key]}", "remove one of the two")
        else:
            seen[key] = row.line
