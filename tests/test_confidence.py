"""How sure a reading is: what speaks against it, what that takes off, and what a person is told."""

from __future__ import annotations

import csv
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from shipped_reading import SHIPPED, read_observations

from faheng.data.wording.confidence import ReadingLimit, Sign
from faheng.errors import Problem
from faheng.model import Observation, ReadingDoubt, Status
from faheng.reading.about.about import ReportAbout
from faheng.reading.figures.confidence import ACCEPTED_FROM, DAMAGED, SUREST
from faheng.reading.lexicon import made_from
from faheng.reading.texts.original import Original

LINKS = Path(__file__).with_name("calibration") / "links.csv"


def read(text: str) -> dict[str, Observation]:
    found = read_observations(Original("a", f"2022年工作情况\n{text}\n", "txt", ""), ReportAbout("a"))
    return {one.indicator_id: one for one in found}


def reason_of(sign: Sign) -> ReadingDoubt:
    phrase = SHIPPED.scale.phrases[sign]
    return ReadingDoubt(phrase.reason_zh, phrase.reason_en, damaged=sign is Sign.DAMAGED)


def test_figures_that_confirm_each_other_are_accepted_without_a_reason() -> None:
    """Suggestions beside proposals, accepted cases beside concluded ones."""
    for text in ("办理人大代表建议86件、政协提案93件。", "受理行政复议案件37件,审结行政复议案件31件。"):
        for one in read(text).values():
            assert (Status.ACCEPTED, None) == (one.status, one.reason)
            assert ACCEPTED_FROM <= one.confidence <= SUREST


@pytest.mark.parametrize(
    ("text", "indicator", "sign"),
    [
        ("新增商事主体3.1万户,总量22.4万户。港口经营主体达21万户。", "market_entities_total", Sign.OTHER_VALUE),
        ("建成家事调解组织8个。", "mediation_organisations", Sign.NARROWED),
        ("水利工程建设领域审批时限压减40%。", "approval_time_reduction", Sign.NARROWED),
        ("办理行政复议案件。\n受理37件。", "reconsideration_accepted", Sign.CARRIED_SUBJECT),
    ],
)
def test_what_is_doubtful_says_why(text: str, indicator: str, sign: Sign) -> None:
    """Proposed, with what counts most against it in both languages."""
    one = read(text)[indicator]

    assert (Status.PROPOSED, reason_of(sign)) == (one.status, one.reason)
    assert one.confidence < ACCEPTED_FROM
    assert {"zh": reason_of(sign).zh, "en": reason_of(sign).en} == one.as_json()["reason"]


@pytest.mark.parametrize(
    ("text", "indicator", "narrowed"),
    [
        ("行政机关负责人出庭应诉率和败诉率分别为98.5%、3%。", "litigation_loss_rate", False),
        ("行政复议纠错率与行政诉讼败诉率分别为8.4%、3.2%。", "litigation_loss_rate", False),
        ("受理行政复议案件和行政应诉案件分别为56件、32件。", "litigation_cases", False),
        ("行政机关负责人出庭应诉率98.5%，城建领域败诉率3%。", "litigation_loss_rate", True),
        ("行政机关负责人出庭应诉率和城建领域败诉率分别为98.5%、3%。", "litigation_loss_rate", True),
    ],
)
def test_another_name_before_a_name_does_not_narrow_it(text: str, indicator: str, *, narrowed: bool) -> None:
    """A list of names that numbers are dealt out to parts them, as a comma does."""
    reason = read(text)[indicator].reason

    assert narrowed == (reason in {reason_of(Sign.NARROWED), reason_of(Sign.NARROWED_FAR)})


def test_a_damaged_numeral_is_never_accepted_whatever_stands_beside_it() -> None:
    one = read("受理行政复议案件20212022153件,审结行政复议案件31件。")["reconsideration_accepted"]

    assert (DAMAGED, Status.PROPOSED, reason_of(Sign.DAMAGED), False) == (
        one.confidence, one.status, one.reason, one.is_legible,
    )  # fmt: skip


def test_what_is_said_twice_is_as_sure_as_the_surer_of_the_two() -> None:
    """Alone in the first sentence, confirmed by its fellow in the second."""
    alone = read("办理人大代表建议86件。")["congress_proposals"]
    one = read("办理人大代表建议86件。\n办理人大代表建议86件、政协提案93件。")["congress_proposals"]

    assert (Status.ACCEPTED, None, 1) == (one.status, one.reason, len(one.also))
    assert alone.confidence < one.confidence


def test_more_signs_never_make_a_reading_surer() -> None:
    scale = SHIPPED.scale
    for sign in set(Sign) - {Sign.BASE}:
        assert scale.confidence(frozenset({sign})) <= scale.confidence(frozenset())
        assert scale.confidence(frozenset({sign, Sign.ALONE})) <= scale.confidence(frozenset({Sign.ALONE}))
    assert Decimal(0) <= scale.confidence(frozenset(set(Sign) - {Sign.DAMAGED, Sign.BASE})) < ACCEPTED_FROM


def test_what_is_accepted_was_right_in_at_least_97_of_100() -> None:
    """Of the judged links of reports on which no wording was written; wrong ones that are read no more count half."""
    with LINKS.open(encoding="utf-8") as source:
        rows = [row for row in csv.DictReader(source) if row["set"] in ("districts", "provinces")]
    signs = [frozenset(Sign(sign) for sign in row["signs"].split("|") if sign) for row in rows]
    accepted = [
        (row["right"] == "yes", 0.5 if row["reader"] == "mended" else 1.0)
        for row, held in zip(rows, signs, strict=True)
        if SHIPPED.scale.confidence(held) >= ACCEPTED_FROM
    ]

    assert len(accepted) > len(rows) / 2
    assert sum(weight for right, weight in accepted if right) / sum(weight for _, weight in accepted) >= 0.97


@pytest.mark.parametrize(
    ("sign", "weight", "fault"),
    [
        (None, "", "a sign has no row"),
        ("alone", "3.00", "3.00 is out of range"),
        ("lonely", "-3.00", "unknown 'lonely'"),
    ],
)
def test_a_sign_without_a_row_or_with_a_weight_that_adds_is_named(
    data: Path, sign: str | None, weight: str, fault: str
) -> None:
    """A reading with an unknown sign would count as sure."""
    path = data / "wording/confidence.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    instead = f"{sign},{weight},无,none,\n" if sign else ""
    path.write_text("".join(instead if each.startswith("alone,") else each for each in lines), encoding="utf-8")
    problems: list[Problem] = []

    assert made_from(data, problems) is None
    assert [fault] == [each.fault for each in problems]


def test_a_reading_that_is_surely_wrong_is_not_proposed_and_stays_among_the_leftovers() -> None:
    """Kept, and proposed again where the limit is lower; another value in the report does not count against it."""
    scale = SHIPPED.scale
    dealt_out = frozenset({Sign.ALONE, Sign.LISTED, Sign.NARROWED, Sign.NARROWED_FAR, Sign.SHORT_NAME})
    unsure = dealt_out | {Sign.NOUN_BEHIND}
    limit = scale.limits[ReadingLimit.PROPOSED_FROM]

    # The second name of 出庭应诉率和败诉率分别为98.5%、3%.
    assert scale.proposes(dealt_out)
    assert not scale.proposes(unsure)
    assert replace(scale, limits={ReadingLimit.PROPOSED_FROM: Decimal(0)}).proposes(unsure)
    assert scale.proposes(unsure | {Sign.DAMAGED})
    assert scale.proposes(unsure | {Sign.PICTURED})
    assert scale.confidence(frozenset({Sign.ALONE, Sign.CARRIED_SUBJECT, Sign.OTHER_VALUE})) < limit
    assert scale.proposes(frozenset({Sign.ALONE, Sign.CARRIED_SUBJECT, Sign.OTHER_VALUE}))


def test_less_than_one_in_ten_of_what_is_not_proposed_was_right_at_first_sight() -> None:
    """Of the judged readings on which no wording was written: a right one would cost a person ten wrong ones."""
    with LINKS.open(encoding="utf-8") as source:
        rows = [row for row in csv.DictReader(source) if row["set"] in ("districts", "provinces", "pages")]
    signs = [frozenset(Sign(sign) for sign in row["signs"].split("|") if sign) for row in rows]
    left = [row["right"] == "yes" for row, held in zip(rows, signs, strict=True) if not SHIPPED.scale.proposes(held)]

    assert left
    assert sum(left) * 10 < len(left)
