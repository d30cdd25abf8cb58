"""OFD files (GB/T 33190): the text objects of each page, put in order by where they stand.

A page names its characters in TextCode with a place for the first and the distances to those that follow; they are
Unicode whatever glyphs the font draws. Lines of a page are put together as those of a PDF file are, and its paths rule
its tables. Left out on purpose: pictures, annotations, seals, and templates, which hold what repeats on every page.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import replace
from zipfile import ZipFile

from lxml.etree import XMLParser, XMLSyntaxError, _Element, fromstring

from faheng.errors import UnreadableFile
from faheng.reading.texts.original import Content
from faheng.reading.texts.readers.archive import OFD_MAIN, member, opened
from faheng.reading.texts.readers.glyphs import Glyph, with_marks
from faheng.reading.texts.readers.pages import page_blocks
from faheng.reading.texts.readers.ruled import Rule
from faheng.reading.texts.table import laid_out
from faheng.reading.texts.turned_pages import paged

MOST_PAGES = 2_000
_MOST_CHARACTERS = 200_000  # of one page
_FARTHEST = 1e6  # millimetres; what is farther, or no number at all (NaN), is damage
_AGAIN = "save it as pdf"
_POINTS = 72 / 25.4  # millimetres, which OFD counts in


def read(data: bytes, name: str) -> Content:
    """The text of an OFD file; UnreadableFile for one without text."""
    archive = opened(data, name)
    drawn = list(_pages(archive, name))
    if not drawn:
        raise UnreadableFile(name, "is an OFD file without pages", "save it as pdf")
    content = paged(laid_out(page_blocks(glyphs, rules)) for glyphs, rules, _ in drawn)
    if not content.text.strip():
        raise UnreadableFile(name, "has no text layer, only pictures of pages", _AGAIN)
    pictures = (at for at, (glyphs, _, pictured) in enumerate(drawn, start=1) if pictured and not glyphs)
    return replace(content, pictures=tuple(pictures))


def _root(archive: ZipFile, part: str, name: str) -> _Element:
    """A part of the file as XML. No entity is resolved, nothing is fetched."""
    try:
        parser = XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        return fromstring(member(archive, archive.getinfo(part), name), parser)
    except (KeyError, XMLSyntaxError) as error:
        raise UnreadableFile(name, "is a damaged OFD file", _AGAIN) from error


def _named(element: _Element, tag: str) -> Iterator[_Element]:
    """The elements of a name inside, whatever their namespace."""
    yield from element.iter("{*}" + tag)


def _beside(part: str, target: str) -> str:
    """The path in the archive of what a part names."""
    joined = target if target.startswith("/") else posixpath.join(posixpath.dirname(part), target)
    return posixpath.normpath(joined).lstrip("/")


def _pages(archive: ZipFile, name: str) -> Iterator[tuple[list[Glyph], list[Rule], bool]]:
    """The characters and the lines of each page and whether it shows a picture, in the order of the documents."""
    count = 0
    for document in _named(_root(archive, OFD_MAIN, name), "DocRoot"):
        main = _beside(OFD_MAIN, (document.text or "").strip())
        for page in _named(_root(archive, main, name), "Page"):
            count += 1
            if count > MOST_PAGES:
                raise UnreadableFile(name, f"has {count} pages", "give the pages of the report alone")
            if page.get("BaseLoc"):
                root = _root(archive, _beside(main, page.get("BaseLoc") or ""), name)
                yield (
                    list(with_marks(_glyphs(root))),
                    list(_rules(root)),
                    next(_named(root, "ImageObject"), None) is not None,
                )


def _numbers(said: str | None) -> list[float]:
    """The numbers of an attribute; "g 3 2.5" stands for 2.5 three times."""
    words, at = (said or "").split(), 0
    found: list[float] = []
    while at < len(words) and len(found) < _MOST_CHARACTERS:
        try:
            if words[at] == "g":
                found += [float(words[at + 2])] * min(int(words[at + 1]), _MOST_CHARACTERS)
                at += 3
            else:
                found.append(float(words[at]))
                at += 1
        except (ValueError, IndexError):
            return []
    return found if all(-_FARTHEST < each < _FARTHEST for each in found) else []


def _matrix(element: _Element) -> list[float]:
    """The six numbers that an object is turned by; those that change nothing where it is not."""
    said = _numbers(element.get("CTM"))
    return said if len(said) == 6 else [1.0, 0.0, 0.0, 1.0, 0.0, 0.0]  # noqa: PLR2004


def _box(element: _Element) -> tuple[float, float]:
    """Where the box of an object begins on its page."""
    said = _numbers(element.get("Boundary"))
    return (said[0], said[1]) if len(said) >= 2 else (0.0, 0.0)  # noqa: PLR2004


def _glyphs(page: _Element) -> Iterator[Glyph]:
    """The characters of a page in the order of the file, in points from its top."""
    for text in _named(page, "TextObject"):
        if text.get("Visible") == "false":
            continue
        left, top = _box(text)
        a, b, c, d, e, f = _matrix(text)
        size = (_numbers(text.get("Size")) or [4.0])[0]
        height = abs(d) * size or size
        x, y = 0.0, 0.0
        for code in _named(text, "TextCode"):
            x, y = (_numbers(code.get("X")) or [x])[0], (_numbers(code.get("Y")) or [y])[0]
            deltas = _numbers(code.get("DeltaX")), _numbers(code.get("DeltaY"))
            at_x, at_y = x, y
            for number, character in enumerate((code.text or "")[:_MOST_CHARACTERS]):
                wide = (deltas[0][number] if number < len(deltas[0]) else size * _width(character)) * abs(a or 1)
                if not character.isspace() or character == "\u3000":
                    px, py = left + a * at_x + c * at_y + e, top + b * at_x + d * at_y + f
                    own = min(wide, size * _width(character) * abs(a or 1)) if wide > 0 else height
                    edges = (px, px + own, -py - height / 4, -py + height * 3 / 4)
                    yield Glyph(character, *(each * _POINTS for each in edges))
                at_x += deltas[0][number] if number < len(deltas[0]) else 0.0
                at_y += deltas[1][number] if number < len(deltas[1]) else 0.0


def _width(character: str) -> float:
    """How wide a character is set, in heights."""
    return 0.5 if character.isascii() else 1.0


def _rules(page: _Element) -> Iterator[Rule]:
    """The level and upright lines of a page, in points from its top."""
    for path in _named(page, "PathObject"):
        left, top = _box(path)
        a, _, _, d, e, f = _matrix(path)
        begun = last = (0.0, 0.0)
        for step in (data for element in _named(path, "AbbreviatedData") for data in _steps(element.text or "")):
            operator, numbers = step
            here = begun if operator == "C" else (left + a * numbers[-2] + e, -(top + d * numbers[-1] + f))
            if operator in "SM":
                begun = here
            else:
                yield from _rule(last, here)
            last = here


def _steps(said: str) -> Iterator[tuple[str, list[float]]]:
    """The steps of a path: a letter and its numbers."""
    operator, numbers = "", []
    for word in [*said.split()[:_MOST_CHARACTERS], "C"]:
        if not word.isalpha():
            numbers.append(word)
            continue
        values = _numbers(" ".join(numbers))
        if operator == "C" or (operator and len(values) >= 2):  # noqa: PLR2004
            yield operator, values
        operator, numbers = word, []


def _rule(one: tuple[float, float], two: tuple[float, float]) -> Iterator[Rule]:
    """The line between two points where it is level or upright."""
    (x, y), (u, v) = ((round(px * _POINTS, 1), round(py * _POINTS, 1)) for px, py in (one, two))
    if y == v and x != u:
        yield Rule(True, y, min(x, u), max(x, u))
    elif x == u and y != v:
        yield Rule(False, x, min(y, v), max(y, v))
