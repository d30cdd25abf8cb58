"""The same document, the same report in another format, and another edition are told apart, in either order."""

from __future__ import annotations

from pathlib import Path

import pytest
from intakes import taken
from objects import IN_BOTH
from own_reports import text_of
from report_files import docx, paragraph, pdf, web_report, wrapped

from faheng.intake.imports import Imported
from faheng.intake.intake import Intake

TEXT = text_of("630102", 2019)
MORE = "组织法治培训12次,开展专项检查31次。全年人大代表建议办结率97.3%。\n(三)"


def files(folder: Path) -> dict[str, Path]:
    """The report and its kin, by what they are to it."""
    made = {
        "report.txt": TEXT.encode(),
        "again.txt": TEXT.encode(),
        "gbk.txt": TEXT.encode("gb18030"),
        "word.docx": docx("".join(map(paragraph, TEXT.splitlines()))),
        "page.html": web_report(TEXT.strip()).encode(),
        "paper.pdf": pdf([wrapped(TEXT.strip(), 34)]),
        "more.txt": TEXT.replace("(三)", MORE).encode(),
        "year.txt": text_of("630102", 2018).encode(),
        "place.txt": text_of("440308", 2019).encode(),
    }
    for name, data in made.items():
        (folder / name).write_bytes(data)
    return {name: folder / name for name in made}


def told(intake: Intake, *paths: Path) -> list[str]:
    """What each is to those before it."""
    every = [each for path in paths for each in taken(intake, path)]
    assert all(isinstance(each, Imported) for each in every)
    return ["known" if each.known else each.same.how if each.same else "" for each in every]  # type: ignore[union-attr]


@IN_BOTH
@pytest.mark.parametrize("first", ["report.txt", "paper.pdf"])
def test_each_kin_is_called_what_it_is(intake: Intake, tmp_path: Path, first: str) -> None:
    """What stands in one text alone makes it an edition, though nearly all of the text is shared."""
    made = files(tmp_path)
    forms = [made[name] for name in ("gbk.txt", "page.html", "report.txt", "word.docx") if name != first]

    assert [""] == told(intake, made[first])
    assert ["format"] * len(forms) == told(intake, *forms)
    assert ["edition", "", ""] == told(intake, made["more.txt"], made["year.txt"], made["place.txt"])
    assert ["known"] == told(intake, made["again.txt"])


@IN_BOTH
def test_an_earlier_edition_that_says_less(intake: Intake, tmp_path: Path) -> None:
    made = files(tmp_path)

    assert ["", "edition"] == told(intake, made["more.txt"], made["report.txt"])
