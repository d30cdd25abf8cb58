"""What the places of a level usually state: the yardstick of what a place, or a draft of its report, leaves out."""

from __future__ import annotations

from dataclasses import dataclass

from faheng.views.cached import records

__all__ = ["UsualIndicator", "usual_indicators"]


@dataclass(frozen=True, slots=True, kw_only=True)
class UsualIndicator:
    """What more than half of the places alike state: so many of so many (shared__usual).

    is_stated: the place's own newest report states it too; None where none of it was read whole.
    """

    indicator_id: str
    indicator: str
    places: int
    of_places: int
    is_stated: bool | None


def usual_indicators(locality: str, year: int | None, language: str) -> tuple[UsualIndicator, ...]:
    """What most others of the place's level state, in their reports of about the year, None for the newest."""
    return records(UsualIndicator, "pages/shared__usual", locality=locality, year=year, language=language)
