"""A damaged plan, wherever it comes from: it is read or refused with one sentence, and nothing else happens."""

from __future__ import annotations

import json
import os

import pytest
from click.testing import CliRunner
from damaged import RAW, damaged_plan, folded, share

from faheng.briefing.plan import BriefingPlan, PlannedView
from faheng.briefing.plan_text import LARGEST, packed, plan_of, plan_of_file, plan_or_empty, plan_text, unpacked
from faheng.commands.export import export
from faheng.errors import PlanFault, UnreadableFile

pytestmark = pytest.mark.stress
NUMBERS = share(500, 100)


def refusal(read, *given) -> str:
    """What is said against the plan; "" where it is taken. Anything but PlanFault fails the test."""
    try:
        plan = read(*given)
    except PlanFault as fault:
        return str(fault)
    assert plan == unpacked(packed(plan)) == plan_of(plan_text(plan), "again")
    return ""


@pytest.mark.parametrize("number", NUMBERS)
def test_a_damaged_plan_is_one_sentence_or_still_a_plan(number: int) -> None:
    text = damaged_plan(number)
    content = text.encode("utf-8", "surrogatepass")

    for said in (refusal(plan_of_file, content, "b.json"), refusal(unpacked, folded(text))):
        assert "\n" not in said
        assert len(said) < 400


def test_most_of_the_damage_is_noticed() -> None:
    """The generator makes damage, and an undamaged plan is not refused."""
    refused = [bool(refusal(plan_of_file, damaged_plan(n).encode("utf-8", "surrogatepass"), "b")) for n in NUMBERS]

    assert sum(refused) > len(NUMBERS) / 2
    assert "" == refusal(plan_of, '{"faheng_briefing": 1, "title": "简报"}', "b.json")


@pytest.mark.parametrize("name", RAW)
def test_the_address_of_a_damaged_plan_gives_an_empty_basket(name: str) -> None:
    """Each of these once broke every page of the session."""
    assert BriefingPlan() == plan_or_empty(folded(RAW[name]))


@pytest.mark.parametrize("text", [damaged_plan(n)[:200] for n in range(20, 60)])
def test_a_damaged_packing_gives_an_empty_basket_or_a_plan(text: str) -> None:
    whole = packed(BriefingPlan("题", views=(PlannedView("compare", {"place": "630102"}),)))
    at = len(text) % len(whole)

    assert isinstance(plan_or_empty(whole[:at] + text + whole[at:]), BriefingPlan)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (RAW["deep closed"], "b.json: it holds lists inside lists as no briefing does; save the briefing again"),
        (RAW["long number"], "b.json: it holds a number of 5000 digits; save the briefing again"),
        (RAW["half a character"], "b.json: title holds half of a character; type it again"),
        (RAW["half in a name"], "b.json: view 1: address holds half of a character"),
        ('{"faheng_briefing": true}', "it is no briefing"),
        (
            json.dumps({"faheng_briefing": 1, "views": [{"page": "compare", "address": {"q": "x" * 5000}}]}),
            "longer than",
        ),
        (json.dumps({"faheng_briefing": 1, "x": "长" * LARGEST}), "larger than 100,000 bytes"),
    ],
)
def test_the_sentence_says_what_is_wrong(text: str, said: str) -> None:
    with pytest.raises(PlanFault) as fault:
        plan_of_file(text.encode(), "b.json")

    assert said in str(fault.value)


def test_the_command_refuses_a_damaged_briefing_with_one_line(tmp_path) -> None:
    for name, text in RAW.items():
        (tmp_path / "b.json").write_text(text)
        ended = CliRunner().invoke(
            export, ["csv", "--briefing", str(tmp_path / "b.json"), str(tmp_path / "out.csv")], standalone_mode=False
        )

        assert isinstance(ended.exception, PlanFault), name
        assert not (tmp_path / "out.csv").exists()


@pytest.mark.parametrize("option", ["--briefing", "--template"])
def test_a_device_or_a_pipe_is_no_file(tmp_path, option: str) -> None:
    """/dev/zero never ends, and a pipe waits for ever."""
    os.mkfifo(tmp_path / "pipe")
    for given in ("/dev/zero", str(tmp_path / "pipe")):
        ended = CliRunner().invoke(export, ["pptx", option, given, str(tmp_path / "out.pptx")], standalone_mode=False)

        assert isinstance(ended.exception, UnreadableFile)
        assert "it is no ordinary file" in str(ended.exception)
