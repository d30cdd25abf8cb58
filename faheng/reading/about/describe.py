"""Cleaned -> ReportAbout: what was given about a report, and from its text what was not."""

from __future__ import annotations

from faheng.reading.about.about import ReportAbout
from faheng.reading.about.given import completed, is_complete
from faheng.reading.about.lexicon import AboutLexicon
from faheng.reading.about.places import Gazetteer
from faheng.reading.about.recognise import recognise
from faheng.reading.texts.cleaned import Cleaned


def described(cleaned: Cleaned, given: ReportAbout | None, gazetteer: Gazetteer, lexicon: AboutLexicon) -> ReportAbout:
    """What is known about a report; a text is looked at only where something is missing."""
    if given and is_complete(given):
        return given
    return completed(given or ReportAbout(cleaned.original.name), recognise(cleaned, gazetteer, lexicon))
