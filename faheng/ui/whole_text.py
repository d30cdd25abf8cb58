"""The whole text of an imported report with the phrase marked; above a line that was damaged, the same without it."""

from __future__ import annotations

from dataclasses import dataclass

from faheng.intake.paragraphs import Paragraph
from faheng.model import Span
from faheng.ui.links import link
from faheng.ui.markup import NOTHING, Markup, rendered
from faheng.views.desk import stored_reading
from faheng.views.evidence import TracedValue
from faheng.views.excerpts import Piece, pieces, was_damaged
from faheng.views.view import View

__all__ = ["whole_text"]

# A report of a book's length is shown around the phrase.
MOST_PARAGRAPHS = 400


@dataclass(frozen=True, slots=True)
class ShownParagraph:
    """A paragraph as it stands, in pieces; clean is the same without what damaged it, "" where nothing did."""

    pieces: tuple[Piece, ...]
    clean: str


def whole_text(traced: TracedValue, view: View) -> Markup:
    """The text, folded, and the way back to the chart; nothing where the document was not imported here."""
    say = view.say
    reading = stored_reading(traced.report_id)
    if reading is None or traced.evidence_start is None or traced.evidence_end is None:
        return NOTHING
    span = Span(traced.evidence_start, traced.evidence_end)
    lines = [_line(reading.text, each, span) for each in around(reading.paragraphs, span)]
    back = link(say("Back to the chart ›"), "compare", place=traced.locality_code, show=traced.indicator_id)
    return rendered("whole_text", summary=say("The whole text of the report"), lines=lines, links=[back],
                    cleaned=say("Without what damaged it:"))  # fmt: skip


def around(paragraphs: tuple[Paragraph, ...], span: Span) -> tuple[Paragraph, ...]:
    """The paragraphs to show, that of the phrase among them."""
    at = next((number for number, each in enumerate(paragraphs) if each.start <= span.start < each.end), 0)
    first = max(0, at - MOST_PARAGRAPHS // 2)
    return paragraphs[first : first + MOST_PARAGRAPHS]


def _line(text: str, paragraph: Paragraph, span: Span) -> ShownParagraph:
    damaged = was_damaged(text[paragraph.start : paragraph.end], paragraph.clean)
    clean = " ".join(paragraph.clean.split())
    shown = tuple(pieces(text, [span], paragraph.start, paragraph.end))
    return ShownParagraph(shown, clean if damaged else "")
