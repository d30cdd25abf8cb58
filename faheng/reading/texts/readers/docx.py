"""Word files (docx): the text of the document in the zip file. Macros and everything else are not even looked at."""

from __future__ import annotations

import re
from zipfile import ZipFile

from faheng.errors import UnreadableFile
from faheng.reading.texts.original import Content
from faheng.reading.texts.readers.archive import WORD_DOCUMENT, member, opened
from faheng.reading.texts.readers.word_text import root_of, text_of

_TYPES, _RELATIONS = "[Content_Types].xml", "_rels/.rels"
_OTHERS = ("xl/", "ppt/", "visio/")
MOST_XML = 80 << 20  # twenty times the longest report that was ever seen
# The part that is the document, whatever it is called: Word names it otherwise where a file was repaired.
_NAMED = re.compile(rb'PartName="/([^"<>]{1,200})"[^<>]{0,200}wordprocessingml\.[a-z]{1,20}\.main\+xml')
_TYPED = re.compile(rb'wordprocessingml\.[a-z]{1,20}\.main\+xml"[^<>]{0,200}PartName="/([^"<>]{1,200})"')
_RELATED = re.compile(rb"<Relationship\b[^<>]{0,600}/officeDocument\"[^<>]{0,600}>")
_TARGET = re.compile(rb'Target="/?([^"<>]{1,200})"')


def document_in(archive: ZipFile, name: str) -> str:
    """The name of the member that is a Word document; "" where there is none."""
    members = set(archive.namelist())
    if _TYPES not in members:
        return WORD_DOCUMENT if WORD_DOCUMENT in members else ""
    types = member(archive, archive.getinfo(_TYPES), name)
    relations = member(archive, archive.getinfo(_RELATIONS), name) if _RELATIONS in members else b""
    related = _RELATED.search(relations)
    named = (related and _TARGET.search(related[0]), _NAMED.search(types), _TYPED.search(types))
    parts = [found[1].decode("utf-8", "replace") for found in named if found]
    return next((part for part in parts if part in members and not part.startswith(_OTHERS)), _plain(members))


def _plain(members: set[str]) -> str:
    """The document where a file says nothing of it but its name."""
    return WORD_DOCUMENT if WORD_DOCUMENT in members else ""


def read(data: bytes, name: str) -> Content:
    """The text of a docx file, a paragraph or a row of a table a line."""
    archive = opened(data, name)
    info = archive.getinfo(document_in(archive, name))
    xml = member(archive, info, name)
    if len(xml) > MOST_XML:
        fault = f"has a text of {len(xml) >> 20} MB, more than the {MOST_XML >> 20} MB that a report can have"
        raise UnreadableFile(name, fault, "give the text of the report alone")
    return text_of(root_of(xml, name), name)
