"""Cases for the sentences above charts, by what makes them hard; what each says stands in test_sentence_table."""

from __future__ import annotations

from chart_rows import cell, count, record

from faheng.model import PlaceChange

TWO_YEARS = {"period_kind": "multi_year", "period_start": "2023-01-01", "period_end": "2024-12-31",
             "verdicts": ["other_period"]}  # fmt: skip
OURS = "630102"


def three(*values, make=cell, **fields):
    """Three others at a distance from ours."""
    return [make(str(i), value=value, **fields) for i, value in enumerate(values or (90.0, 80.0, 60.0), 1)]


def counts(value, year=2020, **fields):
    """A count of ours."""
    return count(OURS, year, value, **fields)


RANKED = {
    "alone": [cell()],
    "two": [cell(), cell("1", value=80.0)],
    "two-equal": [cell(value=80.0), cell("1", value=80.0)],
    "two-overlapping": [
        cell(interval_low=60.0, interval_high=83.0),
        cell("1", value=80.0, interval_low=70.0, interval_high=88.0),
    ],
    "only-ours-compares": [cell(), cell("1", value=80.0, verdicts=["other_period"])],
    "two-counts": [counts(131.0), count("1", value=140.0)],
    "rank": [cell(), *three()],
    "ties": [cell(value=80.0), *three()],
    "overlap": [cell(interval_low=58.0, interval_high=84.0), *three()],
    "all-equal": [cell(value=100.0), *three(100.0, 100.0)],
    "bound": [cell(bound="at_least", verdicts=["bounded"]), *three()],
    "range": [cell(value=None, value_low=70.0, value_high=75.0, bound="between", verdicts=["bounded"]), *three()],
    "counts": [counts(131.0), *three(140.0, 180.0, make=count)],
    "counts-equal-to-median": [counts(140.0), *three(140.0, 180.0, 97.0, make=count)],
    "lower-is-better": [cell(value=5.0, better="lower"), *three(9.0, 7.0, better="lower")],
    "ours-missing": [cell(value=None, verdicts=["not_reported"]), *three()],
    "ours-without-report": [cell(value=None, verdicts=["no_report"], report_kind=""), *three()],
    "ours-not-compared": [cell(verdicts=["too_few"], denominator=2.0), *three()],
    "span-of-two-years": [counts(240.0, 2024, **TWO_YEARS), *three(140.0, 180.0, make=count)],
    "none-compares": [cell("1", verdicts=["other_definition"], scope="x", scope_name="本级")],
    "ours-not-shown": three(),
    "others-equal": three(100.0, 100.0),
    "one-other": three(90.0),
    "nothing": [cell("1", value=None, verdicts=["no_report"])],
}
CHANGED = [record(PlaceChange, locality_code=OURS, year=2020, kind="merged", old_code="630199", old_name="旧区",
                  joined=False)]  # fmt: skip
TRENDS = {
    "one-year": [cell()],
    "up": [cell(year=2019, value=70.0), cell()],
    "down": [cell(year=2019, value=80.0), cell()],
    "same": [cell(year=2019), cell()],
    "overlap": [cell(year=2019, value=70.0, interval_low=55.0, interval_high=82.0),
                cell(interval_low=60.0, interval_high=83.0)],
    "gap": [cell(year=2017, value=70.0), cell()],
    "other-definition": [cell(year=2019, scope="x"), cell()],
    "span-of-two-years": [counts(100.0, 2022), counts(240.0, 2024, **TWO_YEARS)],
    "bound": [counts(100.0, 2019, bound="at_least"), counts(120.0)],
    "counts-up": [counts(100.0, 2019), counts(131.0)],
    "counts-down": [counts(140.0, 2019), counts(131.0)],
    "from-nothing": [counts(0.0, 2019), counts(3.0)],
    "implied": [counts(80.0, 2019, origin="implied", verdicts=["implied"]), counts(100.0)],
    "two-places": [cell(year=2019, value=70.0), cell(), cell("1", 2019, 80.0), cell("1", 2020, 75.0)],
    "nothing": [cell(value=None, verdicts=["not_reported"])],
}  # fmt: skip
BROKEN = [cell(year=2019, value=70.0), cell()]
