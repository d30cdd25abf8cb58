"""The terms of the data model: closed lists of words, as the store and the files spell them (design: data model)."""

from __future__ import annotations

from enum import StrEnum


class Level(StrEnum):
    """Administrative level of a locality (GB/T 2260)."""

    COUNTRY = "country"
    PROVINCE = "province"
    PREFECTURE = "prefecture"
    COUNTY = "county"
    TOWNSHIP = "township"
    ZONE = "zone"


class ChangeKind(StrEnum):
    """What happened to a place: it goes on with the same area (the first four), or its area changed."""

    RECODED = "recoded"
    RENAMED = "renamed"
    TO_DISTRICT = "to_district"
    TO_CITY = "to_city"
    MERGED = "merged"
    REDRAWN = "redrawn"
    FOUNDED = "founded"


class Kind(StrEnum):
    """What sort of quantity an indicator is."""

    RATE = "rate"
    COUNT = "count"
    DURATION = "duration"


class Measure(StrEnum):
    """A flow belongs to a period, a stock is as of a day."""

    FLOW = "flow"
    STOCK = "stock"


class Bound(StrEnum):
    """How the printed number limits the true one; of between the value is the lower end, and the upper one is known."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    ABOUT = "about"
    BETWEEN = "between"


class Origin(StrEnum):
    """Reported in a phrase, derived from counts of the same report, or implied by a stated growth."""

    REPORTED = "reported"
    DERIVED = "derived"
    IMPLIED = "implied"


class PeriodKind(StrEnum):
    """The stretch of time a value is about."""

    YEAR = "year"
    PART_YEAR = "part_year"
    MULTI_YEAR = "multi_year"
    SINCE = "since"
    AS_OF = "as_of"


class PeriodBasis(StrEnum):
    """Stated by the clause, taken from the report's own period, or inferred."""

    STATED = "stated"
    REPORT = "report"
    INFERRED = "inferred"


class Status(StrEnum):
    """Only accepted observations fill cells."""

    ACCEPTED = "accepted"
    PROPOSED = "proposed"
    REJECTED = "rejected"


class SourceKind(StrEnum):
    """What was seen of a report: the document or the page of the authority itself, or only a reprint of it."""

    ORIGINAL = "original"
    COPY = "copy"


class ChangeUnit(StrEnum):
    """Unit of a stated growth; some reports leave it open whether 30% is relative or in points."""

    PERCENT = "percent"
    POINTS = "points"
    POINTS_OR_PERCENT = "points_or_percent"
