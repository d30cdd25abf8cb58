"""Web pages: main text, tables row by row, title and day of publication; no scripts, menus or lists of links.

The main text is found by where it is, not by the names that one publishing system or another gives it: from the
whole page down, as long as one block alone holds nearly all the Chinese text that is not a link.
Left out on purpose: hidden text, pictures, comments, and frames (nothing is ever fetched).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from lxml.etree import ErrorTypes, HTMLParser, _Element, fromstring, iterwalk, strip_elements

from faheng.errors import UnreadableFile
from faheng.reading.texts.lexicon import TextLexicon
from faheng.reading.texts.original import Content
from faheng.reading.texts.raised import raised
from faheng.reading.texts.table import CellGrid, GridEntry, laid_out

_SILENT = frozenset(
    (
        "head",
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "iframe",
        "object",
        "svg",
        *("del", "s", "strike"),
        "select",
        "button",
        "textarea",
    )
)
_BLOCKS = frozenset(
    (
        *(
            "html",
            "body",
            "main",
            "article",
            "section",
            "aside",
            "header",
            "footer",
            "div",
            "center",
            "form",
            "p",
            "pre",
        ),
        *(
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "blockquote",
            "address",
            "figure",
            "hr",
            "ul",
            "ol",
            "li",
            "dl",
            "dt",
            "dd",
        ),
        *("fieldset", "table", "caption", "thead", "tbody", "tfoot", "tr"),
    )
)
_CELLS = {"td", "th"}
_GONE = "faheng-gone"
# No tag of a page has so many characters but for a picture in it; the parser takes the square of its attributes.
_LONG_TAG = re.compile(r"<([a-zA-Z][a-zA-Z0-9]{0,20})\s[^<>]{50000,}>")
_MOST_OF_IT = 0.8  # of the text: the block that holds so much is on the way to the main text
_MOSTLY_LINKS, _FEWEST_LINKS = 0.6, 3  # what makes a block a list of links
_WIDEST = 50
_LONGEST_CELL, _LONGEST_ENTRY, _FEWEST_PARAGRAPHS = 600, 150, 3
_IDEOGRAPH = re.compile("[\u4e00-\u9fff]")
_SPACE = re.compile(r"[ \t\r\n\f]+")
_DAY = re.compile(r"(?<!\d)(20\d\d|19\d\d)\s*[-年/.]\s*(\d{1,2})\s*[-月/.]\s*(\d{1,2})(?!\d)")
_TITLES = ("articletitle", "og:title", "title")
_DAYS = ("pubdate", "publishdate", "article:published_time", "publish_date", "date", "dc.date")


def _tag(element: _Element) -> str:
    """The name of the element; "" for comments and processing instructions."""
    return element.tag.lower() if isinstance(element.tag, str) else ""


def _is_hidden(element: _Element) -> bool:
    style = (element.get("style") or "").replace(" ", "").lower()
    return "display:none" in style or "line-through" in style or element.get("hidden") is not None


def _pruned(root: _Element) -> _Element:
    """The page without what is never read. What follows an element stays.

    lxml drops all of them in one pass; joining the text behind each to that before it would cost the square of it.
    """
    for element in root.iter():
        if element is not root and _is_hidden(element):
            element.tag = _GONE
    strip_elements(root, *_SILENT, _GONE, with_tail=False)
    for element in root.iter("sup", "sub"):
        for each in element.iter():
            each.text = raised(each.text or "") or None
            if each is not element:
                each.tail = raised(each.tail or "") or None
    return root


@dataclass(frozen=True, slots=True)
class Weight:
    """Chinese characters inside an element, those of them inside links, and the links."""

    every: int
    linked: int
    links: int

    @property
    def plain(self) -> int:
        """Characters that are no link."""
        return self.every - self.linked

    @property
    def is_list_of_links(self) -> bool:
        """Whether links are most of what it says."""
        return self.links >= _FEWEST_LINKS and self.linked >= _MOSTLY_LINKS * self.every


def _weights(root: _Element) -> dict[_Element, Weight]:
    """The weight of every element, in one pass and without recursion."""
    weights: dict[_Element, Weight] = {}
    for _, element in iterwalk(root, events=("end",)):
        inner = [weights[child] for child in element]
        texts = [element.text or "", *(child.tail or "" for child in element)]
        every = sum(len(_IDEOGRAPH.findall(text)) for text in texts) + sum(each.every for each in inner)
        is_link = _tag(element) == "a"
        linked = every if is_link else sum(each.linked for each in inner)
        weights[element] = Weight(every, linked, is_link + sum(each.links for each in inner))
    return weights


def _block(root: _Element, weights: dict[_Element, Weight]) -> _Element:
    """From the root down, as long as one block holds nearly all of the text; not into a paragraph or a row."""
    most = _MOST_OF_IT * weights[root].plain
    block = root
    while heavy := [child for child in block if weights[child].plain >= most > 0]:
        if _tag(heavy[0]) not in _BLOCKS | _CELLS:
            break
        block = heavy[0]
    parts = {"p", "tr", "tbody", "thead"} | _CELLS
    whole = (up for up in [block, *block.iterancestors()] if _tag(up) not in parts)
    return next(whole, block)


def _main(root: _Element) -> _Element:
    """The block with the main text, lists of links in it taken out."""
    weights = _weights(root)
    block = _block(root, weights)
    gone: set[_Element] = set()
    for each in list(block.iter("ul", "ol", "div")):
        if each is not block and each not in gone and weights[each].is_list_of_links:
            gone.update(each.iter())
            each.clear(keep_tail=True)
    return block


def _is_data(table: _Element) -> bool:
    """Whether the table shows figures; one that only lays out the page has tables or long texts in its cells."""
    if any(each is not table for each in table.iter("table")):
        return False
    cells = list(table.iter("td", "th"))
    return len(cells) > len(list(table.iter("tr"))) and not any(map(_is_text, cells))


def _is_text(cell: _Element) -> bool:
    """Whether a cell holds paragraphs of the report rather than an entry."""
    length = sum(map(len, cell.itertext()))
    paragraphs = len(list(cell.iter("p", "div", "br")))
    return length > _LONGEST_CELL or (length > _LONGEST_ENTRY and paragraphs >= _FEWEST_PARAGRAPHS)


def _span(cell: _Element, name: str) -> int:
    """Columns or rows that the cell takes, within reason."""
    width = (cell.get(name) or "1").strip()
    return max(1, min(int(width[:4]), _WIDEST)) if width.isdecimal() else 1


def _collapsed(text: str | None) -> str:
    return _SPACE.sub(" ", text or "")


def _entry(cell: _Element) -> GridEntry:
    """What a cell says, in one line."""
    pieces = [cell.text or ""]
    for event, element in iterwalk(cell, events=("start", "end")):
        if element is not cell:
            pieces.append(" " if _tag(element) in _BLOCKS or _tag(element) == "br" else "")
            pieces.append((element.text if event == "start" else element.tail) or "")
    return GridEntry(_collapsed("".join(pieces)).strip(" "), _span(cell, "rowspan"), _span(cell, "colspan"))


def _grid(table: _Element) -> CellGrid:
    """A table with figures."""
    rows = (tuple(_entry(cell) for cell in row if _tag(cell) in _CELLS) for row in table.iter("tr"))
    return CellGrid(tuple(rows))


def _pieces(main: _Element) -> Iterator[str | CellGrid]:
    """The text in order, line breaks around blocks, and the tables with figures; their captions stand before them."""
    data: set[_Element] = {table for table in main.iter("table") if _is_data(table)}
    walk = iterwalk(main, events=("start", "end"))
    for event, element in walk:
        tag = _tag(element)
        if event == "start":
            yield "\n" if tag in _BLOCKS | _CELLS or tag == "br" else ""
            if element in data:
                walk.skip_subtree()
                yield from (_collapsed("".join(caption.itertext())) + "\n" for caption in element.iter("caption"))
                yield _grid(element)
            else:
                yield _collapsed(element.text)
            continue
        yield "\n" if tag in _BLOCKS | _CELLS else ""
        if element is not main:
            tail = _collapsed(element.tail)
            yield "" if tag in {"tr", "tbody", "thead"} and not tail.strip() else tail


def _blocks(pieces: Iterator[str | CellGrid]) -> Iterator[str | CellGrid]:
    """The pieces as lines that are not blank, and the grids between them."""
    for is_grid, group in groupby(pieces, key=lambda piece: isinstance(piece, CellGrid)):
        if is_grid:
            yield from group
        else:
            lines = "".join(map(str, group)).split("\n")
            yield from (line.strip(" ") for line in lines if line.strip())


def _metas(root: _Element) -> dict[str, str]:
    """What the head of the page says about it, name in lower case -> content."""
    metas = ((each.get("name") or each.get("property") or "", each.get("content") or "") for each in root.iter("meta"))
    return {name.lower(): content.strip() for name, content in metas}


def _title(root: _Element, metas: dict[str, str]) -> str:
    """The title of the article if the head states it, else of the page."""
    stated = next((metas[name] for name in _TITLES if metas.get(name)), "")
    element = next(root.iter("title"), None)
    return stated or _collapsed("".join(element.itertext()) if element is not None else "").strip()


def _day(text: str) -> date | None:
    found = _DAY.search(text)
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None


def _published_on(metas: dict[str, str], page: str, published: re.Pattern[str]) -> date | None:
    """The day that the head states, else the one that the page prints behind a word for publication."""
    stated = next((day for name in _DAYS if (day := _day(metas.get(name, "")))), None)
    if stated is not None:
        return stated
    found = published.search(page)
    return _day(found[1]) if found else None


def read(text: str, name: str, lexicon: TextLexicon) -> Content:
    """The main text of a page that is already decoded."""
    parser = HTMLParser(encoding="utf-8", no_network=True, huge_tree=True, remove_comments=True, remove_pis=True)
    page = _LONG_TAG.sub(r"<\1>", text).encode("utf-8", "replace")
    root = fromstring(page, parser) if text.strip() else None
    if root is None:
        raise UnreadableFile(name, "is an empty web page", "save the page again")
    if any(each.type == ErrorTypes.ERR_RESOURCE_LIMIT for each in parser.error_log):
        # What stands deeper is left out by the parser: a part of a report is worse than none.
        raise UnreadableFile(name, "nests its elements more than 2,000 deep", "copy the text into a txt file")
    metas = _metas(root)
    title = _title(root, metas)
    said = _collapsed(" ".join(root.itertext()))
    main, tables = laid_out(_blocks(_pieces(_main(_pruned(root)))))
    if not main.strip():
        raise UnreadableFile(name, "holds no text, which a script may load", "copy the text into a txt file")
    return Content(main, title, _published_on(metas, said, lexicon.published), tables)
