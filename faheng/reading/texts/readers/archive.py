"""Zip files, under limits: nothing is written to disk, names of folders are ignored, a small file cannot grow huge."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator

from faheng.errors import UnreadableFile

# The member by which a zip file is a document of Word, or a page-layout file by GB/T 33190.
WORD_DOCUMENT, OFD_MAIN = "word/document.xml", "OFD.xml"
MOST_BYTES = 200 << 20  # of one file, and of a whole archive unpacked
MOST_MEMBERS = 5_000
_MOST_GROWTH = 200  # real text and XML shrink to a tenth; a bomb to a thousandth
_SMALL = 10 << 20  # below this no growth does harm
_PIECE = 1 << 20
_ENCRYPTED = 0x1
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError)
_UTF8_NAME = 0x800


def opened(data: bytes, name: str) -> zipfile.ZipFile:
    """The archive, once it is known to be whole, open to read and of bearable size."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _DAMAGE as error:
        raise UnreadableFile(name, "is a damaged or truncated zip file", "fetch it again") from error
    members = archive.infolist()
    unpacked = sum(member.file_size for member in members)
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise UnreadableFile(name, "is protected by a password", "save it without one")
    if len(members) > MOST_MEMBERS or unpacked > MOST_BYTES or unpacked > max(_SMALL, _MOST_GROWTH * len(data)):
        fault = f"unpacks to {len(members)} files of {unpacked >> 20} MB, more than is safe to open"
        raise UnreadableFile(name, fault, "unpack it yourself and give its files in parts")
    return archive


def member(archive: zipfile.ZipFile, info: zipfile.ZipInfo, name: str) -> bytes:
    """The bytes of one member. What comes out is counted: a header may say less than there is."""
    pieces, room = [], MOST_BYTES
    try:
        with archive.open(info) as file:
            while piece := file.read(min(_PIECE, room + 1)):
                pieces.append(piece)
                room -= len(piece)
                if room < 0:
                    fault = f"unpacks to more than {MOST_BYTES >> 20} MB, more than is safe to open"
                    raise UnreadableFile(name, fault, "unpack it yourself and give its files in parts")
        return b"".join(pieces)
    except _DAMAGE as error:
        raise UnreadableFile(name, "is damaged inside the zip file", "fetch it again") from error


def printed_name(info: zipfile.ZipInfo) -> str:
    """The member's name without folders; Chinese Windows writes it in GBK and does not say so."""
    path = info.filename
    if not info.flag_bits & _UTF8_NAME:
        try:
            path = path.encode("cp437").decode("gb18030")
        except (UnicodeEncodeError, UnicodeDecodeError):
            path = info.filename
    return path.replace("\\", "/").rstrip("/").rsplit("/", 1)[-1]


def reports_in(archive: zipfile.ZipFile) -> Iterator[zipfile.ZipInfo]:
    """The members that somebody put there: no folders, no hidden files, none of the copies that macOS adds."""
    for info in archive.infolist():
        hidden = printed_name(info).startswith((".", "~$")) or info.filename.startswith("__MACOSX/")
        if not info.is_dir() and not hidden and printed_name(info):
            yield info
