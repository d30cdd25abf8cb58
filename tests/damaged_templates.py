"""Damaged PowerPoint templates by a seeded generator: bytes, entries of the zip, parts, elements and attributes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from functools import cache
from random import Random

from lxml import etree
from pptx import Presentation

from faheng.paths import TEMPLATES

ODD = ("", "x", "-1", "0", "99999999999999999999", "1.5", "NaN", "rId99", "\u202e", "/../../etc/passwd", "A" * 5000)
Parts = dict[str, bytes]
XXE = b'<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd"><!ENTITY c "&b;&b;">]>'


@cache
def whole() -> tuple[bytes, ...]:
    """Undamaged templates: the shipped one, and python-pptx's own with an example slide and its notes."""
    presentation = Presentation()
    slide = presentation.slides.add_slide(presentation.slide_layouts[1])
    slide.notes_slide.notes_text_frame.text = "A"
    held = io.BytesIO()
    presentation.save(held)
    return (TEMPLATES / "briefing.pptx").read_bytes(), held.getvalue()


def damaged_template(number: int) -> bytes:
    """The bytes of a template, damaged in one to three places."""
    chance = Random(f"template {number}")  # noqa: S311 (damage, no secret)
    content = chance.choice(whole())
    if chance.random() < 0.15:
        return _torn(content, chance)
    parts = unpacked(content)
    for _ in range(chance.randint(1, 3)):
        chance.choice(_WAYS)(parts, chance)
    return packed(parts, twice=chance.random() < 0.03)


def unpacked(content: bytes) -> Parts:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: Parts, *, twice: bool = False) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
        if twice and parts:
            archive.writestr(zipfile.ZipInfo(next(iter(parts))), b"<again/>")
    return held.getvalue()


def crowded(shapes: int) -> bytes:
    """A template with a layout of so many shapes."""
    parts = unpacked(whole()[0])
    name = "ppt/slideLayouts/slideLayout6.xml"
    shape = b'<p:sp><p:nvSpPr><p:cNvPr id="9" name="A"/><p:cNvSpPr/><p:nvPr/></p:nvSpPr><p:spPr/></p:sp>'
    parts[name] = parts[name].replace(b"</p:spTree>", shape * shapes + b"</p:spTree>")
    return packed(parts)


def _torn(content: bytes, chance: Random) -> bytes:
    at, torn = chance.randrange(len(content)), bytearray(content)
    if chance.random() < 0.4:
        return content[:at]
    for _ in range(chance.choice((1, 8, 200))):
        torn[chance.randrange(len(torn))] = chance.randrange(256)
    return bytes(torn)


def _name(parts: Parts, chance: Random, of: str = "") -> str:
    return chance.choice([name for name in parts if of in name] or list(parts) or ["a"])


def _lose(parts: Parts, chance: Random) -> None:
    parts.pop(_name(parts, chance), None)


def _rename(parts: Parts, chance: Random) -> None:
    name = _name(parts, chance)
    parts[chance.choice(("ppt/other.xml", "../a.xml", name.upper(), "a" * 300))] = parts.pop(name, b"")


def _empty(parts: Parts, chance: Random) -> None:
    parts[_name(parts, chance)] = chance.choice((b"", b"no xml", b"\xff\xfe\x00", b"<a/>", b"<a>" * 400, b"\x00" * 99))


def _cut(parts: Parts, chance: Random) -> None:
    name = _name(parts, chance)
    parts[name] = parts.get(name, b"")[: chance.randrange(1, 2000)]


def _declare(parts: Parts, chance: Random) -> None:
    name = _name(parts, chance, ".xml")
    head, mark, rest = parts.get(name, b"").partition(b"?>")
    parts[name] = head + mark + XXE + rest


def _swap(parts: Parts, chance: Random) -> None:
    one, other = _name(parts, chance, ".xml"), _name(parts, chance, ".xml")
    parts[one], parts[other] = parts.get(other, b""), parts.get(one, b"")


def _of_tree(change: Callable[[etree._Element, Random], None]) -> Callable[[Parts, Random], None]:
    def damage(parts: Parts, chance: Random) -> None:
        name = _name(parts, chance, chance.choice(("slideLayout", "slideMaster", "presentation", ".xml", ".rels")))
        try:
            root = etree.fromstring(parts.get(name, b""))
        except etree.XMLSyntaxError:
            return
        change(chance.choice(list(root.iter(etree.Element))), chance)
        parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    return damage


def _take_out(element: etree._Element, _chance: Random) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _strip(element: etree._Element, chance: Random) -> None:
    if element.attrib:
        del element.attrib[chance.choice(list(element.attrib))]


def _odd_value(element: etree._Element, chance: Random) -> None:
    if element.attrib:
        element.set(chance.choice(list(element.attrib)), chance.choice(ODD))


def _repeat(element: etree._Element, chance: Random) -> None:
    parent = element.getparent()
    if parent is not None:
        text = etree.tostring(element)
        for _ in range(chance.choice((1, 5, 300))):
            parent.append(etree.fromstring(text))


def _retag(element: etree._Element, chance: Random) -> None:
    element.tag = chance.choice(("other", "{urn:other}sp", element.tag + "x"))


def _bury(element: etree._Element, chance: Random) -> None:
    for _ in range(chance.choice((3, 100, 400))):
        element = etree.SubElement(element, element.tag)


def _clear(element: etree._Element, _chance: Random) -> None:
    element.clear()


_WAYS = (
    _lose, _rename, _empty, _cut, _declare, _swap,
    *map(_of_tree, (_take_out, _take_out, _strip, _strip, _odd_value, _odd_value, _odd_value, _repeat, _retag)),
    *map(_of_tree, (_bury, _clear)),
)  # fmt: skip
