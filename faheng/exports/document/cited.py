"""Which figures and tables of a note rest on which report, for the list at its end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from faheng.briefing.source_lists import SourceGroup, number_ranges, source_groups, without_unknown_date
from faheng.words.catalogue import Words

__all__ = ["Cited"]


class Cited:
    """The numbers of figures and tables by the sources that they name."""

    def __init__(self) -> None:
        """Nothing cited yet."""
        self._figures: defaultdict[str, list[int]] = defaultdict(list)
        self._tables: defaultdict[str, list[int]] = defaultdict(list)

    def figure(self, number: int, sources: Sequence[str]) -> None:
        """The figure rests on these sources."""
        for each in sources:
            self._figures[each].append(number)

    def table(self, number: int, sources: Sequence[str]) -> None:
        """The table rests on these sources."""
        for each in sources:
            self._tables[each].append(number)

    def text(self, sources: Sequence[str], say: Words) -> str:
        """All sources in one text: the reports behind the same figures together, what their dates lack said once."""
        behind: dict[str, list[str]] = {}
        for group in source_groups(sources, say):
            behind.setdefault(self._places(group, say), []).append(without_unknown_date(group.text, say))
        lines = [
            say("[{places}] {reports}.", places=places, reports=say("; ").join(reports))
            if places
            else say("{statement}.", statement=say("; ").join(reports))
            for places, reports in behind.items()
        ]
        if any(without_unknown_date(source, say) != source for source in sources):
            lines.append(say("Where no date is given, the report's date is not stated."))
        return say.pick("", " ").join(lines)

    def _places(self, group: SourceGroup, say: Words) -> str:
        """The figures and tables that the reports of a line stand behind: "图 1、4，表 1"."""
        figures, tables = (
            [number for line in group.lines for number in held.get(line, ())] for held in (self._figures, self._tables)
        )
        places = (
            say("Figure {numbers}", numbers=number_ranges(figures, say)) if figures else "",
            say("Table {numbers}", numbers=number_ranges(tables, say)) if tables else "",
        )
        return say("; ").join(filter(None, places))
