"""The profile of a place -> its HTML: a table a chapter, with a small line and a spine for each figure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import quote

from faheng.charts.references import reference
from faheng.charts.scale import Scale, value_scale
from faheng.charts.series import Point, joined
from faheng.model import Severity
from faheng.ui.links import Hyperlink, evidence_href, link
from faheng.ui.markup import Markup, rendered
from faheng.ui.often import OftenSaid, often_said
from faheng.views.profile import PlaceProfile, ProfileLine, profile_message, profile_title, standing_text
from faheng.views.view import View
from faheng.words.catalogue import Words
from faheng.words.findings import finding_text
from faheng.words.peers import peers_needed, spine_text
from faheng.words.periods import cell_period_text
from faheng.words.reports import reprint_label
from faheng.words.values import cell_text, units
from faheng.words.verdict_names import verdict_labels
from faheng.words.verdicts import verdict_sentence

__all__ = ["Spark", "Spine", "profile_markup", "spark_of", "spine_of"]

SPARK_WIDTH, SPARK_HEIGHT, SPARK_EDGE = 96, 24, 3
MOST_FINDINGS = 4
MOST_NAMES = 12


@dataclass(frozen=True, slots=True)
class Spark:
    """A small line over the years. paths: the points of each unbroken part, as SVG has them; ends: of single years.

    last: where the newest stands. summary: the years for the ear.
    """

    paths: tuple[str, ...]
    ends: tuple[tuple[float, float], ...]
    last: tuple[float, float]
    summary: str

    @property
    def image(self) -> str:
        """The line as an address that holds it: the page takes no drawing in its HTML, but a picture.

        Its greys are seen on light and on dark paper alike.
        """
        size = {"width": SPARK_WIDTH, "height": SPARK_HEIGHT}
        drawn = rendered("spark", paths=self.paths, ends=self.ends, last=self.last, **size)
        return "data:image/svg+xml," + quote(drawn)


@dataclass(frozen=True, slots=True)
class Spine:
    """The peers of a figure along one axis, in percent of it: all, the middle half, the median; reference lines; ours.

    middle is None where there are too few for quartiles, ours where our value may not stand beside others.
    """

    whole: tuple[float, float]
    middle: tuple[float, float] | None
    median: float
    lines: tuple[tuple[float, str], ...]
    ours: float | None
    summary: str


@dataclass(frozen=True, slots=True)
class ShownLine:
    """A line of the table, in words and marks. said_above: its finding stands among what is to be verified.

    brief: the change as it stands on paper. doubtful: the finding is less than a contradiction.
    """

    indicator: str
    compare: Hyperlink
    value: str
    href: str
    beside: str
    change: str
    brief: str
    trend: Hyperlink
    spark: Spark | None
    spine: Spine | None
    standing: str
    finding: str
    doubtful: bool
    said_above: bool


def profile_markup(shown: PlaceProfile, view: View) -> Markup:
    """The whole page of a place as HTML."""
    say = view.say
    findings = [each.explanation for each in shown.findings[:MOST_FINDINGS]]
    often = often_said((_standing(line, say) for line in shown.lines if not line.ranked), say)
    table = _Table(view, often, findings)
    chapters = [
        (each.name, [table.line(line) for line in each.lines], _opened(say("Not reported:"), each.missing, say))
        for each in shown.chapters
    ]
    unstated = [
        say("{indicator} ({n} of {all})", indicator=each.indicator, n=each.places, all=each.of_places)
        for each in shown.unstated
    ]
    # Of one year alone nothing is told over the years; what stands beside has the room.
    dated = any(line.change or line.spark for _, lines, _ in chapters for line in lines)
    return rendered(
        "profile",
        dated=dated,
        title=profile_title(view),
        message=profile_message(shown, view),
        chapters=[chapter for chapter in chapters if chapter[1] or chapter[2]],
        empty="" if any(shown.lines) else say("No report held states a figure of this place."),
        heads=[
            say("Indicator"),
            say("Value"),
            *([say("On the year before"), say("Over the years")] if dated else []),
            say("Among peers"),
            say("Standing"),
        ],
        key=say(
            "Thin: all peers. Thick: their middle half. Stroke: their median. Ochre: province or nation. Dot: ours."
        ),
        verify=say("To verify before the meeting"),
        findings=findings,
        above=say("to verify, see above"),
        often=often.lines,
        more_findings=link(say("All findings ›"), "checks") if shown.findings else None,
        waiting=_opened(say("Waits for a person:"), [cell.indicator for cell in shown.waiting], say),
        unstated=_opened(say("Most peers state this, ours does not:"), unstated, say),
    )


def spark_of(points: Sequence[Point], summary: str) -> Spark | None:
    """The line of these years, broken where one may not be set against the other; None for less than two."""
    if len(points) < 2:  # noqa: PLR2004 (a line has two ends)
        return None
    first, last = points[0].x, points[-1].x
    low, high = min(point.y for point in points), max(point.y for point in points)
    place = [
        (
            round(SPARK_EDGE + (SPARK_WIDTH - 2 * SPARK_EDGE) * (point.x - first) / (last - first or 1), 1),
            round(SPARK_HEIGHT / 2 if high == low else
                  SPARK_HEIGHT - SPARK_EDGE - (SPARK_HEIGHT - 2 * SPARK_EDGE) * (point.y - low) / (high - low), 1),
        )
        for point in points
    ]  # fmt: skip
    parts: list[list[tuple[float, float]]] = []
    for i, at in enumerate(place):
        if i and joined(points[i - 1], points[i]):
            parts[-1].append(at)
        else:
            parts.append([at])
    paths = tuple(" ".join(f"{x},{y}" for x, y in part) for part in parts if len(part) > 1)
    return Spark(paths, tuple(part[0] for part in parts if len(part) == 1), place[-1], summary)


def spine_of(line: ProfileLine, say: Words) -> Spine | None:
    """The peers of the line's figure along an axis that holds them all; None with too few of them."""
    peers, cell = line.peers, line.cell
    if peers is None or peers.median is None or peers.least is None or peers.greatest is None:
        return None
    ours = cell.value if cell.comparable else None
    drawn = [reference(each, units()[cell.unit], say) for each in line.benchmarks]
    ends = [peers.least, peers.greatest, *(mark.value for mark in drawn), *([] if ours is None else [ours])]
    scale = value_scale(ends, rate=cell.kind == "rate")
    middle = None
    if peers.lower_quartile is not None and peers.upper_quartile is not None:
        middle = _along(peers.lower_quartile, scale), _along(peers.upper_quartile, scale)
    return Spine(
        (_along(peers.least, scale), _along(peers.greatest, scale)),
        middle,
        _along(peers.median, scale),
        tuple((_along(mark.value, scale), mark.label) for mark in drawn),
        None if ours is None else _along(ours, scale),
        spine_text(peers, units()[cell.unit], say),
    )


def _along(value: float, scale: Scale) -> float:
    """Where a value stands, in percent of the axis; what lies beyond an end stands at the end."""
    return max(0.0, min(100.0, 100 * (value - scale.low) / (scale.high - scale.low)))


@dataclass(frozen=True)
class _Table:
    """The lines of a table. often: what is said once above it; findings: what is to be verified, above it too."""

    view: View
    often: OftenSaid
    findings: Sequence[str]

    def line(self, line: ProfileLine) -> ShownLine:
        """One indicator in words and marks."""
        cell, say = line.cell, self.view.say
        labels = (cell_period_text(cell, say), verdict_labels(cell, say), reprint_label(cell, say))
        years = say("; ").join(
            say("{period}: {value}", period=cell_period_text(point.cell, say), value=cell_text(point.cell, say))
            for point in line.series
        )
        standing, finding = _standing(line, say), finding_text(cell, say)
        told = [each for each in self.findings if each in finding]
        # what a doubt says stands in its finding: not twice in a line
        doubted = any(each in standing for each in told)
        return ShownLine(
            indicator=cell.indicator,
            compare=link(cell.indicator, "compare", show=cell.indicator_id),
            value=cell_text(cell, say),
            href=evidence_href(cell.observation_id),
            beside=" · ".join(filter(None, labels)),
            change=line.change,
            brief=line.brief_change,
            trend=link(years, "trends", show=cell.indicator_id),
            spark=spark_of(line.series, years),
            spine=spine_of(line, say),
            standing="" if doubted else self.often.left_of(standing),
            finding=finding,
            doubtful=cell.finding_severity != Severity.CONTRADICTION,
            said_above=bool(told),
        )


def _standing(line: ProfileLine, say: Words) -> str:
    """Our place among the peers, or why there is none."""
    if not line.cell.comparable:
        return verdict_sentence(line.cell, say)
    return standing_text(line, say) or (peers_needed(line.peers, say) if line.peers else "")


def _opened(opening: str, names: Sequence[str], say: Words) -> str:
    """The opening and the names in one line, of many how many more there are; "" without names."""
    return say.pick("", " ").join((opening, _names(names, say))) if names else ""


def _names(indicators: Sequence[str], say: Words) -> str:
    shown = say(", ").join(indicators[:MOST_NAMES])
    more = len(indicators) - MOST_NAMES
    return say("{names} and {n} more", names=shown, n=more) if more > 0 else shown
