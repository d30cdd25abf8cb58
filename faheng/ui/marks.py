"""Cards, strips and the matrix as HTML: every text is escaped here, every class is in ``style.css``."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from faheng.ui.links import evidence_href

__all__ = ["Card", "Cell", "Dot", "MatrixRow", "cards", "evidence_phrase", "matrix", "strip"]


@dataclass(frozen=True)
class Dot:
    """A place on a strip: ``at`` in the unit of the strip; ``observation`` makes it a link to its evidence."""

    at: float
    label: str
    observation: str | None = None
    ours: bool = False
    hollow: bool = False


@dataclass(frozen=True)
class Card:
    """One headline indicator. ``figure`` is a value's text or, if ``missing``, a verdict's word.

    finding: what a check found against it; doubtful: no contradiction.
    """

    title: str
    figure: str
    beside: str
    sentence: str
    strip: str = ""
    references: str = ""
    finding: str = ""
    doubtful: bool = False
    link: str = ""
    missing: bool = False


@dataclass(frozen=True)
class Cell:
    """A cell of the matrix: a value with its verdict and period, or (``missing``) a verdict's word alone.

    badge: the word of what a check found against the value; found: its sentence.
    """

    text: str
    verdict: str = ""
    period: str = ""
    observation: str | None = None
    missing: bool = False
    disputed: bool = False
    reason: str = ""
    badge: str = ""
    found: str = ""


@dataclass(frozen=True)
class MatrixRow:
    """One indicator; ``unit`` stands behind its name where the cells do not carry it."""

    name: str
    cells: Sequence[Cell]


def strip(dots: Sequence[Dot], lines: Sequence[Dot], low: float, high: float, summary: str) -> str:
    """One axis from ``low`` to ``high``: peers, then ours on top, and reference lines; ``summary`` for the ear."""

    def left(dot: Dot) -> str:
        return f"left:{max(0.0, min(100.0, 100 * (dot.at - low) / (high - low))):.2f}%"

    def mark(dot: Dot) -> str:
        kinds = "fh-dot" + " fh-ours" * dot.ours + " fh-hollow" * dot.hollow
        text = f'style="{left(dot)}" title="{escape(dot.label)}"'
        if dot.observation is None:
            return f'<span class="{kinds}" {text}></span>'
        href = escape(evidence_href(dot.observation))
        return f'<a class="fh-link {kinds}" {text} href="{href}" aria-label="{escape(dot.label)}"></a>'

    drawn = [f'<span class="fh-line" style="{left(line)}" title="{escape(line.label)}"></span>' for line in lines]
    drawn += [mark(dot) for dot in sorted(dots, key=lambda dot: dot.ours)]
    return f'<div class="fh-strip" role="group" aria-label="{escape(summary)}">{"".join(drawn)}</div>'


def cards(shown: Sequence[Card]) -> str:
    """The headline cards, three in a row; ``strip`` and ``link`` of a card are HTML made here or in links.py."""
    return f'<div class="fh-cards">{"".join(map(_card, shown))}</div>'


def _card(card: Card) -> str:
    missing = " fh-missing" * card.missing
    references = f'<p class="fh-note fh-reference">{escape(card.references)}</p>' if card.references else ""
    milder = " fh-doubtful" * card.doubtful
    finding = f'<p class="fh-finding{milder}">{escape(card.finding)}</p>' if card.finding else ""
    return (
        f'<section class="fh-card"><div class="fh-card-title">{escape(card.title)}</div>'
        f'<p class="fh-figure{missing}">{escape(card.figure)}<span class="fh-beside">{escape(card.beside)}</span></p>'
        f"{card.strip}{references}<p>{escape(card.sentence)}</p>{finding}<p class='fh-note'>{card.link}</p></section>"
    )


def matrix(corner: str, places: Sequence[str], rows: Sequence[MatrixRow], ours: int | None = None) -> str:
    """Indicators down, places across; ``ours`` is the column of our place. It scrolls in its own box."""

    def own(column: int) -> str:
        return ' class="fh-ours"' if column == ours else ""

    head = "".join(f'<th scope="col"{own(i)}>{escape(place)}</th>' for i, place in enumerate(places))
    body = "".join(
        f'<tr><th scope="row">{escape(row.name)}</th>'
        + "".join(f"<td{own(i)}>{_cell(cell)}</td>" for i, cell in enumerate(row.cells))
        + "</tr>"
        for row in rows
    )
    return (
        f'<div class="fh-scroll" tabindex="0" role="region" aria-label="{escape(corner)}"><table class="fh-matrix">'
        f'<thead><tr><th scope="col">{escape(corner)}</th>{head}</tr></thead><tbody>{body}</tbody></table></div>'
    )


def _cell(cell: Cell) -> str:
    kind = "fh-none" if cell.missing else "fh-disputed" if cell.disputed else "fh-value"
    title = f' title="{escape(cell.reason)}"' if cell.reason else ""
    if cell.observation is None:
        value = f'<span class="{kind}"{title}>{escape(cell.text)}</span>'
    else:
        href = escape(evidence_href(cell.observation))
        value = f'<a class="fh-link {kind}" href="{href}"{title}>{escape(cell.text)}</a>'
    verdict = f'<span class="fh-verdict{" fh-disputed" * cell.disputed}">{escape(cell.verdict)}</span>'
    period = f'<span class="fh-period">{escape(cell.period)}</span>'
    value += f'<span class="fh-badge" title="{escape(cell.found)}">{escape(cell.badge)}</span>' * bool(cell.badge)
    return value + verdict * bool(cell.verdict) + period * bool(cell.period)


def evidence_phrase(phrase: str, printed: str, before: str = "", after: str = "", at: int | None = None) -> str:
    """The phrase with its printed number marked, inside the sentence around it where that is known.

    ``at`` is where the number begins in the phrase; without it the last one that is no part of a longer number.
    """
    start = _numeral_start(phrase, printed, at)
    if start is None:
        marked = f"<mark>{escape(phrase)}</mark>"
    else:
        end = start + len(printed)
        marked = f"{escape(phrase[:start])}<mark>{escape(phrase[start:end])}</mark>{escape(phrase[end:])}"
    around = '<span class="fh-muted">{}</span>'
    head = around.format(escape(before)) if before else ""
    tail = around.format(escape(after)) if after else ""
    return f'<blockquote class="fh-phrase">{head}{marked}{tail}</blockquote>'


def _numeral_start(phrase: str, printed: str, at: int | None) -> int | None:
    if not printed:
        return None
    if at is not None and phrase.startswith(printed, at):
        return at
    # Neither the 3 of 13, 3.5 and 2.3 nor the 22 of 22,909 is a number of its own.
    alone = rf"(?<![\d.．])(?<!\d,){re.escape(printed)}(?![.．]?\d)(?!,\d{{3}})"
    starts = [found.start() for found in re.finditer(alone, phrase)]
    return starts[-1] if starts else None
