"""Tables as every kind of file, written by hand: the same cells as text, web page, Word file, and PDF with rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from report_files import docx, paragraph, pdf_of


@dataclass(frozen=True)
class Shown:
    """A cell of a table: what it says, and the rows and columns that it takes."""

    text: str
    rows: int = 1
    columns: int = 1


Rows = Sequence[Sequence[Shown | str]]
_WIDTH, _HEIGHT, _LEFT, _TOP, _SIZE = 96, 44, 40, 700, 10
_PER_LINE = 9


def shown(cell: Shown | str) -> Shown:
    """The cell, a text being one of a single row and column."""
    return Shown(cell) if isinstance(cell, str) else cell


def placed(rows: Rows) -> dict[tuple[int, int], Shown]:
    """The cells by their first row and column."""
    found: dict[tuple[int, int], Shown] = {}
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows):
        column = 0
        for cell in map(shown, row):
            while (number, column) in taken:
                column += 1
            found[number, column] = cell
            taken |= {(number + r, column + c) for r in range(cell.rows) for c in range(cell.columns)}
    return found


def size(rows: Rows) -> tuple[int, int]:
    """Rows and columns."""
    places = placed(rows)
    return max(r + cell.rows for (r, _), cell in places.items()), max(
        c + cell.columns for (_, c), cell in places.items()
    )


def as_text(rows: Rows) -> str:
    """Rows as lines, cells by tabs; the places that a merged cell also takes stay blank."""
    high, wide = size(rows)
    places = placed(rows)
    blank = Shown("")
    return "\n".join("\t".join(places.get((r, c), blank).text for c in range(wide)) for r in range(high))


def as_bars(rows: Rows) -> str:
    """The same between bars, as Markdown has it."""
    lines = as_text(rows).split("\n")
    rule = "|" + "---|" * (lines[0].count("\t") + 1)
    barred = ["| " + line.replace("\t", " | ") + " |" for line in lines]
    return "\n".join([barred[0], rule, *barred[1:]])


def as_page(rows: Rows) -> str:
    """As a table of a web page."""
    spans = ((f"rowspan={c.rows} colspan={c.columns}", c.text) for row in rows for c in map(shown, row))
    cells = iter([f"<td {span}>{escape(text)}</td>" for span, text in spans])
    return "<table>" + "".join("<tr>" + "".join(next(cells) for _ in row) + "</tr>" for row in rows) + "</table>"


def as_word(rows: Rows) -> str:
    """As a table of a Word file, merged as Word merges."""
    high, wide = size(rows)
    places = placed(rows)
    lines = []
    for r in range(high):
        cells, c = [], 0
        while c < wide:
            found = places.get((r, c))
            above = next(((place, cell) for place, cell in places.items() if covers(place, cell, (r, c))), None)
            cell = found or (above[1] if above else Shown(""))
            merged = "<w:vMerge/>" if not found and above else '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
            properties = f'<w:tcPr><w:gridSpan w:val="{cell.columns}"/>{merged}</w:tcPr>'
            cells.append(f"<w:tc>{properties}{paragraph(found.text if found else '')}</w:tc>")
            c += cell.columns
        lines.append("<w:tr>" + "".join(cells) + "</w:tr>")
    return "<w:tbl>" + "".join(lines) + "</w:tbl>"


def covers(place: tuple[int, int], cell: Shown, point: tuple[int, int]) -> bool:
    """Whether the cell at a place takes another one too."""
    (row, column), (r, c) = place, point
    return row <= r < row + cell.rows and column <= c < column + cell.columns


def word_file(title: str, rows: Rows, behind: str = "") -> bytes:
    """A Word file with a title, the table, and text behind it."""
    return docx("".join([*map(paragraph, title.split("\n")), as_word(rows), paragraph(behind)]))


def pdf_file(title: str, rows: Rows, *, ruled: bool = True, behind: str = "") -> bytes:
    """A PDF page with the title over the table; its cells wrap at their width."""
    drawn = [drawn_line(line, _LEFT, 800 - 16 * at) for at, line in enumerate(title.split("\n"))]
    for (r, c), cell in placed(rows).items():
        left, top = _LEFT + c * _WIDTH, _TOP - r * _HEIGHT
        width, height = cell.columns * _WIDTH, cell.rows * _HEIGHT
        if ruled:
            drawn.append(f"0.5 w {left} {top - height} {width} {height} re S\n")
        each = _PER_LINE * cell.columns
        lines = [cell.text[at : at + each] for at in range(0, len(cell.text), each)]
        middle = top - height / 2 + 5 * (len(lines) - 1)
        drawn += [drawn_line(line, left + 3, middle - 11 * at) for at, line in enumerate(lines)]
    if behind:
        drawn.append(drawn_line(behind, _LEFT, _TOP - _HEIGHT * size(rows)[0] - 20))
    return pdf_of(["".join(drawn)])


def drawn_line(line: str, x: float, y: float) -> str:
    """A line of text at a place."""
    return f"BT /F1 {_SIZE} Tf {x} {y} Td <{line.encode('utf-16-be').hex()}> Tj ET\n"
