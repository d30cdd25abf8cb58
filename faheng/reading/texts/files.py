"""A file, whatever its name says it is, into the originals that it holds.

What a file is, its content decides; the suffix only helps to tell a web page from a plain text. A reader is imported
when a file of its kind is met: most of them need a library that takes longer to load than a plain text to read.
"""

# ruff: noqa: PLC0415 (see above)

from __future__ import annotations

import hashlib
import re
import stat
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from zipfile import ZipInfo

from faheng.errors import PicturesOnly, UnreadableFile
from faheng.paths import storage_faults
from faheng.reading.texts.decode import decode
from faheng.reading.texts.lexicon import TextLexicon
from faheng.reading.texts.original import SCAN, Content, Original
from faheng.reading.texts.readers import archive
from faheng.reading.texts.readers.archive import OFD_MAIN, WORD_DOCUMENT
from faheng.reading.texts.readers.mail_head import is_mail
from faheng.reading.texts.transcripts import NO_TRANSCRIPTS, Transcripts

MOST_BYTES = archive.MOST_BYTES
_HEAD = 4096
MOST_SHOWN = 12  # pages that a line names
_RTF = b"{\\rtf"
_PDF, _ZIP, _OLE = b"%PDF-", (b"PK\x03\x04", b"PK\x05\x06"), b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_FOREIGN = (
    (b"\x1f\x8b", "a gzip file", "unpack it"),
    (b"7z\xbc\xaf", "a 7-Zip archive", "unpack it or pack it as zip"),
    (b"Rar!", "a RAR archive", "unpack it or pack it as zip"),
    (b"GIF8", "a picture", "give the report as text"),
)
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"II*\0", b"MM\0*")
_OFFICE = (
    ("xl/", "a spreadsheet"),
    ("ppt/", "a presentation"),
    ("content.xml", "an OpenDocument file"),
    ("META-INF/container.xml", "an electronic book (EPUB)"),
    ("[Content_Types].xml", "an Office file without a document"),
)
_XML = re.compile(rb"(?:\xef\xbb\xbf)?\s{0,64}<\?xml\b|<(?:w|pkg):")
_PROLOGUE = r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?"
_PAGE = re.compile(_PROLOGUE + r"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_PAGE_SUFFIXES = {".html", ".htm", ".shtml", ".xhtml"}
_WORD = re.compile(r"[^\W_]")
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
# A zip file with one of these is one document.
_OWN = {WORD_DOCUMENT, "[Content_Types].xml", "mimetype", OFD_MAIN, "META-INF/container.xml"}
Problems = list[UnreadableFile]
ReadOne = Callable[[bytes, str], Original]


def _text_of(data: bytes, name: str, suffix: str, lexicon: TextLexicon) -> tuple[str, Content]:
    """Plain text or a web page."""
    found = _CHARSET.search(data[:_HEAD])
    text = decode(data, lexicon, name=name, declared=found[1].decode("ascii", "replace") if found else "")
    if _PAGE.match(text[:_HEAD].removeprefix("\ufeff")) or (suffix in _PAGE_SUFFIXES and "<" in text):
        from faheng.reading.texts.readers import html

        return "html", html.read(text, name, lexicon)
    if not text.strip():
        raise UnreadableFile(name, "is empty", "give a file that holds a report")
    return "txt", Content(text)


def _content_of(data: bytes, name: str, suffix: str, lexicon: TextLexicon) -> tuple[str, Content]:
    """What one file says and by which reader; no archives."""
    if not data:
        raise UnreadableFile(name, "is empty", "give a file that holds a report")
    for signature, what, instead in _FOREIGN:
        if data.startswith(signature):
            raise UnreadableFile(name, f"is {what}", instead)
    if data.startswith(PICTURES):
        from faheng.reading.texts.readers import page_pictures

        raise page_pictures.of_picture(data, name)
    if _is_pdf(data):
        from faheng.reading.texts.readers import pdf

        return "pdf", pdf.read(data, name)
    if data.startswith(_OLE):
        from faheng.reading.texts.readers import doc

        return "doc", doc.read(data, name)
    if data.startswith(_RTF):
        from faheng.reading.texts.readers import rtf

        return "rtf", rtf.read(data, name)
    if data.startswith(_ZIP):
        return _packed(data, name)
    if is_mail(data):
        from faheng.reading.texts.readers import mail

        return mail.read(data, name, lexicon)
    return _written(data, name, suffix, lexicon)


def _written(data: bytes, name: str, suffix: str, lexicon: TextLexicon) -> tuple[str, Content]:
    """A document of Word in one file of XML, a plain text or a web page."""
    if _XML.match(data[:_HEAD]):
        from faheng.reading.texts.readers import word_text

        word = word_text.read_flat(data, name)
        if word is not None:
            return "docx", word
    return _text_of(data, name, suffix, lexicon)


def _is_pdf(data: bytes) -> bool:
    """Whether it is a PDF file, perhaps with something before its beginning, and no text that speaks of one."""
    return data.lstrip()[:8].startswith(_PDF) or (_PDF in data[:1024] and b"endobj" in data)


def _packed(data: bytes, name: str) -> tuple[str, Content]:
    """A zip file that has to be one document here."""
    from faheng.reading.texts.readers import docx

    opened = archive.opened(data, name)
    if docx.document_in(opened, name):
        return "docx", docx.read(data, name)
    members = opened.namelist()
    if OFD_MAIN in members:
        from faheng.reading.texts.readers import ofd

        return "ofd", ofd.read(data, name)
    for beginning, what in _OFFICE:
        if any(each.startswith(beginning) for each in members):
            raise UnreadableFile(name, f"is {what}", "give the report as docx, pdf or text")
    raise UnreadableFile(name, "is a zip file inside a zip file", "unpack it and give its files")


def _transcribed(data: bytes, name: str, lexicon: TextLexicon, transcripts: Transcripts) -> tuple[str, Content]:
    """The content of a file; of pictures of pages what was recognised. Raises PicturesOnly where nothing was yet."""
    try:
        return _content_of(data, name, PurePosixPath(name).suffix.lower(), lexicon)
    except PicturesOnly as scan:
        sha256 = sum_of(data)
        found = transcripts.get(sha256)
        if isinstance(found, Content):
            return SCAN, found
        raise (found or PicturesOnly(name, scan.fault, scan.instead, scan.pages, sha256)) from scan


def original_of(data: bytes, name: str, lexicon: TextLexicon, transcripts: Transcripts = NO_TRANSCRIPTS) -> Original:
    """The report of one file or one member of an archive. Raises UnreadableFile, PicturesOnly for pictures of pages."""
    path = PurePosixPath(name)
    reader, content = _transcribed(data, name, lexicon, transcripts)
    if not _WORD.search(content.text):
        raise UnreadableFile(name, "holds no word and no number", "give a file that holds a report")
    known = content.title, content.published_on, content.tables, content.pictures
    return Original(path.stem, content.text, reader, sum_of(data), *known)


def unread_pages(original: Original, name: str) -> UnreadableFile | None:
    """What to tell of a report some pages of which are pictures; None where each was read."""
    if not original.pictures:
        return None
    shown = ", ".join(map(str, original.pictures[:MOST_SHOWN])) + (" …" if original.pictures[MOST_SHOWN:] else "")
    return UnreadableFile(name, f"was read but for pictures without text on page {shown}", "give these pages as text")


def sum_of(data: bytes) -> str:
    """The SHA-256 by which a document is known."""
    return hashlib.sha256(data).hexdigest()


def _attempt(make: Callable[[], Original], problems: Problems) -> Iterator[Original]:
    """What comes of it; a problem is noted and stops nothing."""
    try:
        yield make()
    except UnreadableFile as problem:
        problems.append(problem)


def _unpacked(data: bytes, name: str, read_one: ReadOne, problems: Problems) -> Iterator[Original]:
    """The reports of an archive, each read by itself."""
    opened = archive.opened(data, name)
    members = list(archive.reports_in(opened))
    if not members:
        raise UnreadableFile(name, "is an empty zip file", "give a file that holds a report")
    for info in members:
        inner = archive.printed_name(info)

        def read(info: ZipInfo = info, inner: str = inner) -> Original:
            shown = f"{name}/{inner}"
            try:
                return read_one(archive.member(opened, info, inner), inner)
            except UnreadableFile as problem:
                raise problem.renamed(shown) from problem

        yield from _attempt(read, problems)


def documents_of(path: Path) -> tuple[list[tuple[str, bytes]], Problems]:
    """The documents of a file by their names, unread: itself, or the members of a zip file, and what cannot be had.

    Never raises for bad input.
    """
    problems: Problems = []
    found: list[tuple[str, bytes]] = []
    try:
        data = _bytes_of(path)
        if not _is_archive(data, path.name):
            return [(path.name, data)], problems
        opened = archive.opened(data, path.name)
        for info in archive.reports_in(opened):
            inner = archive.printed_name(info)
            try:
                found.append((inner, archive.member(opened, info, inner)))
            except UnreadableFile as problem:
                problems.append(problem.renamed(f"{path}/{inner}"))
        if not found and not problems:
            raise UnreadableFile(str(path), "is an empty zip file", "give a file that holds a report")
    except UnreadableFile as problem:
        problems.append(problem.renamed(str(path)))
    return found, problems


def _is_archive(data: bytes, name: str) -> bool:
    """A zip file that is no Office file."""
    if not data.startswith(_ZIP):
        return False
    names = archive.opened(data, name).namelist()
    return not _OWN.intersection(names)


def _bytes_of(path: Path) -> bytes:
    """The file's bytes, once it is known to be an ordinary file of bearable size."""
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableFile(str(path), "is no ordinary file", "name the report files themselves")
        if status.st_size > MOST_BYTES:
            fault = f"has {status.st_size >> 20} MB, more than the {MOST_BYTES >> 20} MB that a report can have"
            raise UnreadableFile(str(path), fault, "give the text of the report alone")
        return path.read_bytes()
    except storage_faults(ValueError) as error:
        said = error.strerror if isinstance(error, OSError) else error
        raise UnreadableFile(str(path), f"cannot be opened ({said})", "check its name and rights") from error


def read_reports(
    path: Path, lexicon: TextLexicon, transcripts: Transcripts = NO_TRANSCRIPTS
) -> tuple[list[Original], Problems]:
    """The reports that a file holds, several in a zip file, and what could not be read. Never raises for bad input."""
    try:
        data = _bytes_of(path)
    except UnreadableFile as problem:
        return [], [problem]
    return reports_of(data, path, lexicon, transcripts)


def reports_of(
    data: bytes, path: Path, lexicon: TextLexicon, transcripts: Transcripts = NO_TRANSCRIPTS
) -> tuple[list[Original], Problems]:
    """The same of a file that is in memory: path is what it is called, and need not be anywhere."""
    problems: Problems = []
    originals: list[Original] = []

    def read_one(data: bytes, name: str) -> Original:
        original = original_of(data, name, lexicon, transcripts)
        if unread := unread_pages(original, str(path) if name == path.name else f"{path}/{name}"):
            problems.append(unread)
        return original

    try:
        if _is_archive(data, path.name):
            originals.extend(_unpacked(data, str(path), read_one, problems))
        else:
            originals.append(read_one(data, path.name))
    except UnreadableFile as problem:
        problems.append(problem.renamed(str(path)))
    return originals, problems
