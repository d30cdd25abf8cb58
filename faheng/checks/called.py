"""The checks by their names, for who shows what they found.

What makes findings reads texts, and needs much that a page of figures does not: it is loaded when a check is named.
"""

from __future__ import annotations

from collections.abc import Mapping

from faheng.model import Check, CheckName
from faheng.words.catalogue import Words

__all__ = ["check_text", "checks"]


def checks() -> Mapping[CheckName, Check]:
    """Every check by its name, in the order in which pages list them."""
    from faheng.checks.registry import CHECKS  # noqa: PLC0415 (see above)

    return CHECKS


def check_text(name: CheckName, say: Words) -> str:
    """What a check holds against what: "Rate and its counts". Raises KeyError for a name that no check has."""
    return checks()[name].label(say)
