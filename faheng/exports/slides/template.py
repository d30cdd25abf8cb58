"""An office's own presentation, looked through before its layouts are used.

A template comes from outside: a package of parts (ECMA-376, part 2) that may be cut short, edited by hand or made to
harm. What is read here is what the slides rest on: that every part can be unpacked, is well-formed, is what it says it
is, and that every part named by another is there. Whether its layouts can be filled is seen by a trial (trial.py).
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any, NoReturn

from lxml import etree

from faheng.errors import UnreadableFile
from faheng.exports.slides.presentation import MAIN

__all__ = ["LARGEST_FILE", "Template", "require_sound"]

# Bytes of the file, and of what it unpacks to: more than any office's with its logos.
LARGEST_FILE, LARGEST = 20 * 2**20, 200 * 2**20
MOST_PARTS = 3000
# Of the parts that are XML: bytes and tags in all of them, shapes in one. PowerPoint's own have some 500 tags each and
# a dozen shapes. Every slide looks through all shapes of its layout several times.
LARGEST_XML, MOST_TAGS, MOST_SHAPES = 32 * 2**20, 400_000, 300
_AGAIN = "save it in PowerPoint again, as .pptx or .potx"
_TYPES, _PACKAGE = "[Content_Types].xml", "_rels/.rels"
# The root of each kind of part that slides are made of, by the end of its content type.
_ROOTS = {
    **dict.fromkeys(MAIN, "presentation"), "presentationml.slideMaster+xml": "sldMaster",
    "presentationml.slideLayout+xml": "sldLayout", "presentationml.slide+xml": "sld",
    "presentationml.notesMaster+xml": "notesMaster", "presentationml.notesSlide+xml": "notes",
    "presentationml.presProps+xml": "presentationPr", "presentationml.viewProps+xml": "viewPr",
    "presentationml.tableStyles+xml": "tblStyleLst", "officedocument.theme+xml": "theme",
    "package.core-properties+xml": "coreProperties", "extended-properties+xml": "Properties",
}  # fmt: skip


@dataclass(frozen=True)
class Template:
    """A presentation whose layouts slides take. name: of its file, for what is said of it."""

    name: str
    content: bytes


def require_sound(template: Template) -> None:
    """UnreadableFile, which says in one sentence what is wrong, where the package is not whole."""
    _Package(template).check()


class _Package:
    """The parts of a template, by their names."""

    def __init__(self, template: Template) -> None:
        self.name = template.name
        if len(template.content) > LARGEST_FILE:
            self._too_large()
        self.parts = self._unpacked(template.content)
        self.trees = {name: self._tree(name) for name in self._xml_names()}

    def check(self) -> None:
        """Look through the parts: the kinds they have, their roots, and whom they name."""
        kinds = self._kinds()
        for name, kind in kinds.items():
            root = next((root for end, root in _ROOTS.items() if kind.endswith(end)), "")
            if root and (name not in self.trees or etree.QName(self.trees[name]).localname != root):
                self._refuse(f"its part {_short(name)} is not what it says it is")
        for name in self.parts:
            if name.endswith(".rels"):
                self._check_targets(name)
        if kinds.get(self._main()) not in MAIN:
            self._no_presentation()

    def _unpacked(self, content: bytes) -> dict[str, bytes]:
        """What every entry unpacks to. What comes out is counted, whatever the entries say of their sizes."""
        parts: dict[str, bytes] = {}
        try:
            with zipfile.ZipFile(BytesIO(content)) as archive:
                entries = archive.infolist()
                if len(entries) > MOST_PARTS:
                    self._too_large()
                left = LARGEST
                for entry in entries:
                    with archive.open(entry) as opened:
                        held = opened.read(left + 1)
                    left -= len(held)
                    if left < 0:
                        self._too_large()
                    if entry.filename in parts:
                        self._refuse(f"it holds the part {_short(entry.filename)} twice")
                    parts[entry.filename] = held
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, RuntimeError, ValueError) as error:
            # a method of packing that is unknown is a NotImplementedError, a password a RuntimeError
            self._no_presentation(error)
        if _TYPES not in parts or _PACKAGE not in parts:
            self._no_presentation()
        return parts

    def _xml_names(self) -> list[str]:
        """The names of the parts that are XML, once they are known to be few and small enough to be parsed."""
        names = [name for name in self.parts if name.endswith((".xml", ".rels"))]
        tags = sum(self.parts[name].count(b"<") for name in names)
        if tags > MOST_TAGS or sum(len(self.parts[name]) for name in names) > LARGEST_XML:
            self._too_large()
        return names

    def _tree(self, name: str) -> Any:
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = etree.fromstring(self.parts[name], parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            self._refuse(f"its part {_short(name)} is damaged", error)
        if root.getroottree().docinfo.doctype:
            self._refuse(f"its part {_short(name)} declares a type of document, which none of PowerPoint does")
        if sum(1 for _ in root.iter("{*}cNvPr")) > MOST_SHAPES:
            self._refuse(f"its part {_short(name)} holds more than {MOST_SHAPES} shapes")
        return root

    def _kinds(self) -> Mapping[str, str]:
        """The content type of each part."""
        overrides: dict[str, str] = {}
        by_ending: dict[str, str] = {}
        for each in self.trees[_TYPES].iterchildren("{*}Override", "{*}Default"):
            kind = each.get("ContentType", "")
            if etree.QName(each).localname == "Override":
                overrides[each.get("PartName", "").lstrip("/")] = kind
            else:
                by_ending[each.get("Extension", "").lower()] = kind
        return {name: overrides.get(name) or by_ending.get(_ending(name), "") for name in self.parts}

    def _check_targets(self, rels: str) -> None:
        """Every part that this one names must be there."""
        named = list(self.trees[rels].iterchildren("{*}Relationship"))
        ids = [each.get("Id") for each in named]
        if None in ids or len(set(ids)) < len(ids):
            self._refuse(f"its part {_short(rels)} names others without telling them apart")
        inside = (each.get("Target", "") for each in named if each.get("TargetMode") != "External")
        for part in (self._resolved(rels, target) for target in inside):
            if part not in self.parts:
                self._refuse(f"it lacks the part {_short(part)}")

    def _main(self) -> str:
        """The name of the part that is the presentation; "" where none says so."""
        named = self.trees[_PACKAGE].iterchildren("{*}Relationship")
        main = (each.get("Target", "") for each in named if each.get("Type", "").endswith("/officeDocument"))
        return next((self._resolved(_PACKAGE, target) for target in main), "")

    def _resolved(self, rels: str, target: str) -> str:
        """The name of a part, from how the part that `rels` belongs to calls it."""
        folder = posixpath.dirname(posixpath.dirname(rels))
        return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")

    def _refuse(self, fault: str, error: Exception | None = None) -> NoReturn:
        raise UnreadableFile(self.name, fault, _AGAIN) from error

    def _too_large(self) -> NoReturn:
        raise UnreadableFile(self.name, "it is too large for a template", "take its pictures out, or a smaller one")

    def _no_presentation(self, error: Exception | None = None) -> NoReturn:
        raise UnreadableFile(
            self.name, "it is no PowerPoint file (.pptx, .potx)", "save it as .pptx or .potx again"
        ) from error


def _ending(name: str) -> str:
    return posixpath.splitext(name)[1].lstrip(".").lower()


def _short(name: str) -> str:
    """The name of a part as a message shows it: of signs that a message can hold, and not too many."""
    return ascii(name[:80]).strip("'")
