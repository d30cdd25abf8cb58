"""Whether a document is another form, or another edition, of a report that is already there.

Two texts are one where nearly all their runs of eight characters are shared (shingles: Broder 1997) and no figure
is another: an edition in which one number was corrected, or one sentence with a number stands more, is no other
format. Without the other text the figures decide.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date

from faheng.errors import ReadingDamaged
from faheng.intake.readings import Readings, StoredReading
from faheng.intake.shipped import Shipped
from faheng.intake.state import ReportState, SameAs, State
from faheng.model import Observation
from faheng.reading.about.about import ReportAbout

FORMAT, EDITION = "format", "edition"
RUN = 8
# Of the runs or the figures of the shorter one.
ONE_TEXT = 0.9
_BESIDE_WORDS = re.compile(r"[\W_]+")


Subject = tuple[str | None, str | None, date | None]


@dataclass
class Comparison:
    """What a document is compared with: the reports that there are, by what they are about."""

    reports: dict[str, ReportState]
    readings: Readings
    shipped: Shipped
    about: dict[Subject, dict[str, None]] = field(default_factory=dict)

    @staticmethod
    def of(state: State, readings: Readings, shipped: Shipped) -> Comparison:
        """The reports as they stand now."""
        comparison = Comparison({}, readings, shipped)
        for report in state.reports.values():
            comparison.note(report)
        return comparison

    def note(self, report: ReportState) -> None:
        """Let a report be compared with as it stands now. What it was before is looked up and passed over."""
        self.reports[report.id] = report
        self.about.setdefault(subject_of(report.about), {})[report.id] = None

    def same_as(self, report: str, own: ReportAbout, reading: str) -> SameAs | None:
        """The report of the same place, kind and period that this one is a form of; None where there is none.

        reading: the name of its reading, which is fetched only where there is something to compare.
        """
        if report in self.shipped.reports or not (own.locality_code and own.kind and own.period_end):
            return None
        edition, held = None, None
        for other, figures, text in self.alike(report, own):
            held = held or self.readings.get(report, reading)
            one = share(held, figures, text) >= ONE_TEXT and not contradict(held.figures, figures)
            if one and not (adds(held.figures, text) or adds(figures, held.text if text else "")):
                return SameAs(FORMAT, other)
            edition = edition or SameAs(EDITION, other)
        return edition

    def alike(self, report: str, own: ReportAbout) -> Iterator[tuple[str, Sequence[Observation], str]]:
        """The other reports of the same place, kind and period: id, figures, and the text where it is there."""
        wanted = subject_of(own)
        for each in self.shipped.reports.values():
            if (each.locality_code, each.kind, each.period_end) == wanted:
                yield each.id, self.shipped.figures[each.id], ""
        for name in self.about.get(wanted, ()):
            held = self.reports[name]
            one_of_these = held.id != report and held.id not in self.shipped.reports and held.counts
            if held.document and one_of_these and subject_of(held.about) == wanted:
                with suppress(ReadingDamaged):
                    stored = self.readings.get(held.id, held.document.reading)
                    yield held.id, stored.figures, stored.text


def subject_of(about: ReportAbout) -> Subject:
    """Place, kind and end of the period."""
    return about.locality_code, about.kind, about.period_end


def share(reading: StoredReading, figures: Sequence[Observation], text: str) -> float:
    """How much of the shorter one the other has too, from 0 to 1: of the texts, or of the figures without a text."""
    own, others = (runs(reading.text), runs(text)) if text else (printed(reading.figures), printed(figures))
    least = min(len(own), len(others))
    return len(own & others) / least if least else 0.0


def contradict(figures: Sequence[Observation], others: Sequence[Observation]) -> bool:
    """Whether the two say different values of one thing."""
    said = {(each.indicator_id, each.scope, each.period): each.value for each in figures}
    return any(said.get((each.indicator_id, each.scope, each.period), each.value) != each.value for each in others)


def adds(figures: Sequence[Observation], text: str) -> bool:
    """Whether one of the figures stands in words that the text does not have; False where there is no text."""
    words = _BESIDE_WORDS.sub("", text)
    return bool(words) and any(_BESIDE_WORDS.sub("", each.evidence.phrase) not in words for each in figures)


def runs(text: str) -> frozenset[object]:
    """The runs of eight characters of a text, but for signs and blanks, which each format sets its own way."""
    words = _BESIDE_WORDS.sub("", text)
    return frozenset(words[at : at + RUN] for at in range(max(0, len(words) - RUN + 1)))


def printed(figures: Sequence[Observation]) -> frozenset[object]:
    """What each figure says, wherever it stands."""
    return frozenset((each.indicator_id, each.scope, each.value) for each in figures)
