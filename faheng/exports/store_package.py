"""All that the published snapshot holds, as one data package."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from tempfile import TemporaryFile

from faheng.exports.every_cell import cell_batches
from faheng.exports.package import CHUNK, PackageContents, Resource, Source, write_package
from faheng.views.cached import records, rows
from faheng.views.held import SnapshotLine
from faheng.views.selection import Language
from faheng.words.catalogue import Words, words

__all__ = ["store_package"]


def store_package(language: Language) -> Iterator[bytes]:
    """The zip in parts: every cell with verdicts and evidence, the catalogue, the verdicts, the reports."""
    with TemporaryFile() as made:
        write_package(made, _contents(language), words(language))
        made.seek(0)
        while part := made.read(CHUNK):
            yield part


def _contents(language: Language) -> PackageContents:
    say = words(language)
    snapshot = records(SnapshotLine, "pages/methods__snapshot")[0]
    reports = rows("pages/export__reports", language=language)
    resources = [
        Resource("cells", say("Figures, with verdicts, evidence and source"),
                 partial(cell_batches, language), _cell_columns(say),
                 ("locality_code", "indicator_id", "year")),
        Resource("indicators", say("Indicators and their definitions"),
                 rows("pages/export__definitions", indicators=None, language=language), {}, ("indicator_id",)),
        Resource("verdicts", say("What the verdicts mean"), rows("pages/methods__verdicts", language=language),
                 {"excludes": say("true where the verdict bars comparison")}, ("id",)),
        Resource("reports", say("Reports"), reports,
                 {"sha256": say("checksum of the document that was read"), **_source_kind(say)}, ("report_id",)),
    ]  # fmt: skip
    named = zip(reports["report_title"], reports["source_url"].fillna(""), strict=True)
    # A source that speaks of many places is a report of each of them.
    sources = [Source(*each) for each in dict.fromkeys(named)]
    return PackageContents(resources, sources, snapshot.number, snapshot.built_at)


def _source_kind(say: Words) -> dict[str, str]:
    return {"source_kind": say("original, or copy where only a reprint of the report was seen")}


def _cell_columns(say: Words) -> dict[str, str]:
    """What the columns hold whose names do not tell."""
    return {
        "locality_code": say("code of the place by GB/T 2260"),
        "year": say("year in which the period ends"),
        "value": say("the figure in its unit: 72.7 of a rate is 72.7%; empty where only an interval is known"),
        "value_text": say("the figure as the report prints it"),
        "bound": say("exact, at_least, at_most, about or between"),
        "origin": say("reported, derived from counts of the same report, or implied by a stated growth"),
        "scope": say(
            "the part of the place or of the cases it is limited to; empty for the indicator's own definition"
        ),
        "period_basis": say("whether the period is stated, taken from the report's own, or inferred"),
        "value_low": say("lower end of a stated range or of an implied value"),
        "value_high": say("upper end of a stated range or of an implied value"),
        "interval_low": say("lower end of the 95% interval (Wilson 1927)"),
        "interval_high": say("upper end of the 95% interval (Wilson 1927)"),
        "verdicts": say("what may be compared, strictest first, joined by semicolons"),
        "finding_severity": say("contradiction or doubtful: the gravest finding against the figure"),
        "finding": say("what does not hold, with the arithmetic"),
        **_source_kind(say),
        "evidence_phrase": say("what the report says, at most 60 characters"),
        "evidence_start": say("where the phrase begins in the report's text, in characters"),
        "evidence_end": say("where the phrase ends in the report's text, in characters"),
        "snapshot": say("number of the state of the store"),
    }
