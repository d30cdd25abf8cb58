"""Where documents, readings and sources lie: a folder or object storage, with the same content and the same faults."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import small_dataset
from intakes import taken
from ledgers import new_database
from own_reports import text_file, zip_file
from shelves import FOLDER, OBJECTS

from faheng.errors import DocumentDamaged, ReadingDamaged, UnwritableFile
from faheng.intake import publish as publishing
from faheng.intake.imports import Imported, Refused
from faheng.intake.intake import Intake
from faheng.intake.publish import publish
from faheng.intake.reader import DocumentRead, Storage
from faheng.paths import DOCUMENTS, AddressUnusable, documents_folder, is_local, place_of
from faheng.reading.texts.original import Content


@pytest.fixture(params=[FOLDER, OBJECTS])
def stored(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Intake]:
    """An empty intake whose documents and readings lie in a folder, or in object storage."""
    monkeypatch.delenv("FAHENG_LEDGER", raising=False)
    if request.param == OBJECTS:
        monkeypatch.setenv(DOCUMENTS, f"{request.getfixturevalue('objects')}/{tmp_path.name}")
    opened = Intake.open(tmp_path / "store")
    yield opened
    opened.ledger.close()


def test_a_document_is_there_whole_or_not_at_all(stored: Intake) -> None:
    """A damaged copy is put right by the next one."""
    documents = stored.storage.documents
    assert not documents.has_whole("0" * 64)

    name = documents.put(b"a report")
    documents.path(name).write_bytes(b"torn")
    with pytest.raises(DocumentDamaged, match="import it again"):
        documents.get(name)
    assert name == documents.put(b"a report")

    assert b"a report" == documents.get(name)
    assert [name] == list(documents.names())
    documents.remove(name)
    documents.remove(name)
    assert [] == list(documents.names())


def test_a_reading_is_named_listed_and_removed(stored: Intake, tmp_path: Path) -> None:
    (imported,) = taken(stored, text_file(tmp_path))
    assert isinstance(imported, Imported)
    read, readings = imported.document, stored.storage.readings

    assert [(read.report, read.reading)] == list(readings.names())
    assert [read.reading] == readings.names_of(read.report)
    assert read.figures == len(readings.get(read.report, read.reading).figures)
    readings.remove(read.report, read.reading)
    assert [] == readings.names_of(read.report)
    with pytest.raises(ReadingDamaged, match="--again"):
        readings.get(read.report, "none")


@pytest.mark.parametrize("where", [FOLDER, OBJECTS])
def test_a_publish_leaves_nothing_without_a_name(
    where: str, request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, postgres: str
) -> None:
    """Where several machines share them: what a crash left of a document, a transcript and a reading goes."""
    shared = f"file://{tmp_path}/files" if where == FOLDER else f"{request.getfixturevalue('objects')}/{tmp_path.name}"
    monkeypatch.setenv(DOCUMENTS, shared)
    monkeypatch.setenv("FAHENG_LEDGER", new_database(postgres))
    intake = Intake.open(tmp_path / "store")
    (imported,) = taken(intake, text_file(tmp_path))
    assert isinstance(imported, Imported)
    storage, read = intake.storage, imported.document
    leave_halves(storage, read)
    monkeypatch.setattr(publishing, "validated", lambda *_: small_dataset())

    with intake.importing():
        publish(intake.folder, "甲")
        assert 2 == len(set(storage.documents.names()))
    publish(intake.folder, "甲")
    Intake.open(intake.folder).ledger.close()

    assert [read.sha256] == list(storage.documents.names())
    assert [read.sha256] == list(storage.transcripts.names())
    assert [(read.report, read.reading)] == list(storage.readings.names())
    assert read.figures == len(storage.readings.get(read.report, read.reading).figures)
    intake.ledger.close()


def leave_halves(storage: Storage, read: DocumentRead) -> None:
    """What a crash leaves: a document and its transcript, a reading of two files, another of a report that is known."""
    left = storage.documents.put(b"left alone")
    for sha256 in (left, read.sha256):
        storage.transcripts.put(sha256, Content("全年受理118件。"))
    for report, name in (("abcdef", "half"), (read.report, "other")):
        folder = storage.readings.path(report, name)
        if is_local(folder):
            folder.mkdir(parents=True)
        for file in ("figures.parquet", "findings.parquet"):
            (folder / file).write_bytes(b"x")


def test_a_ledger_that_other_machines_do_not_share_removes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, objects: str
) -> None:
    """What it does not name may be another's."""
    monkeypatch.delenv("FAHENG_LEDGER", raising=False)
    monkeypatch.setenv(DOCUMENTS, f"{objects}/{tmp_path.name}")
    intake = Intake.open(tmp_path / "store")
    left = intake.storage.documents.put(b"another's")

    intake.tidy_objects()

    assert [left] == list(intake.storage.documents.names())
    intake.ledger.close()


def test_a_transcript_is_kept(stored: Intake) -> None:
    transcripts = stored.storage.transcripts
    assert transcripts.get("0" * 64) is None

    transcripts.put("0" * 64, Content("全年受理118件。"))

    assert Content("全年受理118件。") == transcripts.get("0" * 64)
    assert ["0" * 64] == list(transcripts.names())


@pytest.mark.parametrize("stored", [FOLDER], indirect=True)
def test_a_second_import_reads_only_what_is_missing(
    stored: Intake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is known is as it was, though nothing can be read any more."""
    known, fresh = text_file(tmp_path), text_file(tmp_path, "511781")
    (first,) = taken(stored, known)
    assert isinstance(first, Imported)
    monkeypatch.setattr("faheng.intake.reader.recognise", None)  # which no reading does without

    again, missing = taken(stored, known, fresh)

    assert isinstance(again, Imported)
    assert (True, first.document.figures) == (again.known, again.document.figures)
    assert first.document.described.about == again.document.described.about
    assert isinstance(missing, Refused)


@pytest.mark.parametrize("stored", [OBJECTS], indirect=True)
def test_reports_are_taken_from_object_storage(stored: Intake, tmp_path: Path, objects: str) -> None:
    """A folder of them, one by its name, an archive; what is no report is named by its address."""
    folder = place_of(f"{objects}/{tmp_path.name}-reports")
    for each in (text_file(tmp_path), zip_file(tmp_path, [text_file(tmp_path, "511781")])):
        (folder / "2023" / each.name).write_bytes(each.read_bytes())
    (folder / "bad.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 99)

    results = taken(stored, folder)
    (named,) = taken(stored, folder / "2023/report-630102-2023-0.txt")
    (lost,) = taken(stored, folder / "lost.txt")

    assert {"report-630102-2023-0.txt", "report-511781-2023-0.txt"} == {
        each.name for each in results if isinstance(each, Imported)
    }
    (refused,) = (each for each in results if isinstance(each, Refused))
    assert refused.fault.startswith(f"{objects}/{tmp_path.name}-reports/bad.txt: is a picture")
    assert isinstance(named, Imported)
    assert named.known
    assert isinstance(lost, Refused)
    assert f"{objects}/{tmp_path.name}-reports/lost.txt: cannot be opened" in lost.fault


def test_an_address_is_a_path_or_names_what_is_wrong(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    pytest.importorskip("upath", reason="the package universal-pathlib is not installed (faheng[cluster])")
    assert Path("报告/a.txt") == place_of("报告/a.txt")
    assert Path("/mnt/报 告") == place_of("file:///mnt/报%20告")
    with pytest.raises(AddressUnusable, match=r"nonesuch://x: cannot be used .*; write s3://"):
        place_of("nonesuch://x")

    monkeypatch.delenv(DOCUMENTS, raising=False)
    assert tmp_path == documents_folder(tmp_path)
    monkeypatch.setenv(DOCUMENTS, "/srv/documents")
    assert Path("/srv/documents") == documents_folder(tmp_path)


def test_storage_that_cannot_be_reached_is_one_line(objects: str) -> None:
    """Nothing is stored then."""
    gone = Storage(place_of(f"{objects}-that-is-not-there/x"), "")

    assert not is_local(gone.folder)
    with pytest.raises(UnwritableFile, match="cannot be written"):
        gone.documents.put(b"a report")
    with pytest.raises(DocumentDamaged):
        gone.documents.get("0" * 64)
