"""The sentence above a tile map: where our province stands, who is at both ends, and how many cannot be compared."""

from __future__ import annotations

from faheng.charts.marks import position
from faheng.charts.standing import rank_phrase
from faheng.charts.tiles import TileMap
from faheng.model import Cell
from faheng.ranks import places_from_most, rank_ranges
from faheng.words.catalogue import Words
from faheng.words.periods import cell_period_text, within_brackets
from faheng.words.values import cell_value_text
from faheng.words.verdicts import verdict_sentence

__all__ = ["tiles_sentence", "tiles_titles"]


def tiles_sentence(shown: TileMap, say: Words) -> str:
    """Rank of our province, or why it has none; the provinces with the most and the least; how many are left out."""
    own, held = shown.cells.get(shown.home), shown.comparable
    apart = len(shown.cells) - len(held)
    told = [
        _standing(own, held, say) if own is not None and own in held else "",
        _ends(held, say),
        say.count("one province has no value or none that compares",
                  "{n} provinces have no value or none that compares", apart) if apart else "",
    ]  # fmt: skip
    general = say("{statement}.", statement=say("; ").join(filter(None, told)))
    general = general[:1].upper() + general[1:]
    if own is None or own in held:
        return general
    return say.pick("", " ").join((_why_not(own, say), general))


def tiles_titles(shown: TileMap, say: Words) -> tuple[str, ...]:
    """Who has the most and who the least, as a title; () where several share an end."""
    ordered = sorted(shown.comparable, key=position)
    (least, low), (high, most) = ordered[:2], ordered[-2:]
    if position(least) == position(low) or position(high) == position(most):
        return ()
    named = {"indicator": most.indicator, "most": most.locality, "least": least.locality}
    value = cell_value_text(most, say, told=True)
    return (
        say("{indicator}: {most} highest at {value}, {least} lowest", value=value, **named),
        say("{indicator}: {most} highest, {least} lowest", **named),
    )


def _standing(own: Cell, held: tuple[Cell, ...], say: Words) -> str:
    period = within_brackets(cell_period_text(own, say), say)
    ranges = rank_ranges(held) if own.better else places_from_most(held)
    rank = rank_phrase(dict(zip((cell.locality_code for cell in held), ranges, strict=True))[own.locality_code],
                       own.better, say)  # fmt: skip
    start = say(
        "{locality} {value} ({period})",
        locality=own.locality,
        value=cell_value_text(own, say, told=True),
        period=period,
    )
    return say("; ").join(filter(None, (start, rank)))


def _ends(held: tuple[Cell, ...], say: Words) -> str:
    """Who has the most and who the least; of several at an end how many they are."""
    ordered = sorted(held, key=position)
    low, high = ordered[0], ordered[-1]
    if position(low) == position(high):
        return say("all {n} comparable places have the same value", n=len(held))
    return say(
        "the highest is {highest}, the lowest {lowest}", highest=_end(high, held, say), lowest=_end(low, held, say)
    )


def _end(cell: Cell, held: tuple[Cell, ...], say: Words) -> str:
    alike = sum(position(each) == position(cell) for each in held)
    value = cell_value_text(cell, say, told=True)
    if alike > 1:
        return say("{n} provinces with {value}", n=alike, value=value)
    return say("{name} {value}", name=cell.locality, value=value)


def _why_not(own: Cell, say: Words) -> str:
    reason = verdict_sentence(own, say)
    if not own.drawable:
        return say("{locality}: {reason}", locality=own.locality, reason=reason)
    return say(
        "{locality} {value}: {reason}", locality=own.locality, value=cell_value_text(own, say, told=True), reason=reason
    )
