"""Pictures of pages: what is said of them without text recognition, and what is read with it."""

from __future__ import annotations

import io
import json
from pathlib import Path

import numpy as np
import pytest
from intakes import WHO
from PIL import Image, ImageDraw
from report_files import pdf, zipped
from scanned import print_in

from faheng.intake.imports import Imported, Refused, import_files, read_again
from faheng.intake.intake import Intake
from faheng.pool.engine import Processes
from faheng.reading import scans
from faheng.reading.files import read_all
from faheng.reading.scans import FileScan, PageRead, PageTask, PageText, Transcript, transcribed_by
from faheng.reading.texts import transcripts
from faheng.reading.texts.files import sum_of
from faheng.reading.texts.original import Content

TITLE = "青禾县2022年法治政府建设年度报告"
SENTENCE = "全年受理行政复议案件118件，办理法律援助案件347件。"
ROWS = (("指标", "2021年", "2022年"), ("办结行政复议案件(件)", "95", "112"), ("行政应诉案件(件)", "41", "36"))


@pytest.fixture
def without_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that recognises text is installed."""
    monkeypatch.setattr(transcripts, "find_spec", lambda _: None)


@pytest.fixture
def recogniser(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the pages say, as if text recognition were installed; a page beyond them breaks it."""
    pages = [f"{TITLE}\n{SENTENCE}", "全年开展执法检查57次。"]

    def said(task: PageTask) -> PageText:
        assert scans.pictures_of(task.source).page(task.number).size
        return PageText(pages[task.number])

    monkeypatch.setattr(transcripts, "find_spec", lambda name: name)
    monkeypatch.setattr(scans, "recognised", said)
    return pages


def picture(kind: str = "PNG") -> bytes:
    """A small white picture."""
    target = io.BytesIO()
    Image.new("L", (40, 40), 255).save(target, kind)
    return target.getvalue()


def scan(folder: Path, pages: int, name: str = "511781.pdf") -> Path:
    """A PDF file without a text layer."""
    path = folder / name
    path.write_bytes(pdf([[]] * pages))
    return path


@pytest.mark.parametrize("name", ["a.pdf", "a.png", "a.jpg", "a.tif"])
@pytest.mark.usefixtures("without_extra")
def test_without_the_extra_one_sentence_says_how_to_install_it(tmp_path: Path, name: str) -> None:
    kinds = {".png": "PNG", ".jpg": "JPEG", ".tif": "TIFF"}
    path = tmp_path / name
    path.write_bytes(picture(kinds[path.suffix]) if path.suffix in kinds else pdf([[]]))

    (found,) = read_all([path], {}, jobs=1)

    assert ((), 1) == (found.lines, len(found.faults))
    assert found.faults[0].startswith(f"{path}: ")
    assert 'pip install "faheng[ocr]"' in found.faults[0]


def test_what_is_recognised_is_proposed_page_by_page(tmp_path: Path, recogniser: list[str]) -> None:
    """In the order of the files, with the reason in both languages; offsets are those of the transcript."""
    text = tmp_path / "b.txt"
    text.write_text(f"{TITLE}\n{SENTENCE}", encoding="utf-8")
    seen: list[PageRead] = []

    scanned, written = read_all([scan(tmp_path, 2), text], {}, jobs=1, on_page=seen.append)

    figures = [json.loads(line) for line in scanned.lines]
    assert [PageRead("511781.pdf", 1, 2), PageRead("511781.pdf", 2, 2)] == seen
    assert {118, 347} == {each["value"] for each in figures if each["indicator"] != "inspections"}
    assert {"proposed"} == {each["status"] for each in figures}
    assert {"it was read from a picture, compare it with the document"} == {each["reason"]["en"] for each in figures}
    assert all(each["confidence"] <= 0.6 for each in figures)
    spans = [(each["evidence"]["phrase"], each["evidence"]) for each in figures]
    assert all(phrase == "\f".join(recogniser)[at["start"] : at["end"]] for phrase, at in spans)
    assert "it was read from a picture" not in "".join(written.lines)


def test_a_scan_in_a_zip_file_is_read_beside_the_others(tmp_path: Path, recogniser: list[str]) -> None:
    path = tmp_path / "reports.zip"
    path.write_bytes(zipped({"甲.pdf": pdf([[], []]), "乙.txt": f"{TITLE}\n{SENTENCE}".encode()}))

    (found,) = read_all([path], {}, jobs=1)

    assert {"甲", "乙"} == {json.loads(line)["report"] for line in found.lines}
    assert () == found.faults
    assert len(recogniser) == 2


@pytest.mark.usefixtures("recogniser")
def test_a_page_that_cannot_be_recognised_refuses_the_file_in_a_line(tmp_path: Path) -> None:
    path = scan(tmp_path, 3)

    (found,) = read_all([path], {}, jobs=1)

    (fault,) = found.faults
    assert () == found.lines
    assert fault.startswith(f"{path}: a fault of Faheng stopped the reading")


@pytest.mark.usefixtures("recogniser")
def test_of_scans_that_are_recognised_together_one_cannot_spoil_the_others(tmp_path: Path) -> None:
    """Their pages are one run of the engine; each transcript comes after the pages of its own scan."""
    files = [scan(tmp_path, pages, f"{name}.pdf") for name, pages in (("a", 2), ("b", 3), ("c", 1))]
    sources = [
        FileScan(each, each, sum_of(each.read_bytes()), pages) for each, pages in zip(files, (2, 3, 1), strict=True)
    ]

    told = list(transcribed_by(sources, Processes(1)))

    assert ["a", "a", "A", "b", "b", "B", "c", "C"] == [
        each.name[0] if isinstance(each, PageRead) else each.source.path.name[0].upper() for each in told
    ]
    contents = [each.content for each in told if isinstance(each, Transcript)]
    assert [True, False, True] == [isinstance(each, Content) for each in contents]


def test_an_imported_scan_is_recognised_once(tmp_path: Path, intake: Intake, recogniser: list[str]) -> None:
    """Its pages are told of, its figures wait for a person; reading it again takes the transcript that is kept."""
    results = list(import_files(intake, [scan(tmp_path, 2)], WHO))
    recogniser.clear()
    again = list(read_again(intake, WHO))

    *pages, taken = results
    assert [1, 2] == [each.page for each in pages if isinstance(each, PageRead)]
    assert isinstance(taken, Imported)
    assert ("scan", 2) == (taken.document.format, min(2, taken.document.proposed))
    assert taken.document.figures == taken.document.proposed
    assert [True] == [isinstance(each, Imported) and each.known for each in again]


@pytest.mark.usefixtures("without_extra")
def test_an_imported_scan_is_refused_without_the_extra(tmp_path: Path, intake: Intake) -> None:
    (refused,) = import_files(intake, [scan(tmp_path, 1)], WHO)

    assert isinstance(refused, Refused)
    assert "faheng[ocr]" in refused.fault


def test_a_damaged_picture_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(transcripts, "find_spec", lambda name: name)
    (tmp_path / "a.png").write_bytes(picture()[:20])

    (found,) = read_all([tmp_path / "a.png"], {}, jobs=1)

    assert (f"{tmp_path / 'a.png'}: is a picture that is damaged; save it anew",) == found.faults


def drawn_page() -> Image.Image:
    """A page with a title, a sentence over two lines and a ruled table."""
    page = Image.new("L", (1100, 620), 255)
    draw = ImageDraw.Draw(page)
    print_of = print_in(32)
    for at, line in enumerate((TITLE, SENTENCE[:20], SENTENCE[20:])):
        draw.text((60, 40 + 60 * at), line, 0, print_of)
    for r, row in enumerate(ROWS):
        for c, cell in enumerate(row):
            left, top, wide = 60 + (0, 440, 620)[c], 260 + 80 * r, (440, 180, 180)[c]
            draw.rectangle((left, top, left + wide, top + 80), outline=0, width=2)
            draw.text((left + 16, top + 18), cell, 0, print_of)
    return page


def test_text_and_table_of_a_page_that_leans_are_recognised() -> None:
    """The real engine: sentence by sentence, row by row, each number in its cell."""
    pytest.importorskip("rapidocr", reason='text recognition is not installed (pip install "faheng[ocr]")')
    from faheng.reading.texts.readers.picture_text import page_text  # noqa: PLC0415 (the extra is behind it)

    leaning = drawn_page().rotate(1.0, fillcolor=255, resample=Image.Resampling.BICUBIC)
    text, (table,) = page_text(np.asarray(leaning))

    told = text[: table.start].replace("\n", "").replace(",", "，").replace(" ", "")
    assert f"{TITLE}{SENTENCE}" == told
    cells = {(cell.row, cell.column): text[cell.start : cell.end] for cell in table.cells}
    assert ["2021年", "2022年", "95", "112", "41", "36"] == [cells[r, c] for r in range(3) for c in (1, 2)]
