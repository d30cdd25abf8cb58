"""faheng.ui.review_parts: what is marked of the paragraph that a doubtful figure stands in."""

from __future__ import annotations

import pytest

from faheng.model import Span
from faheng.ui.review_parts import with_grown_in


@pytest.mark.parametrize(
    ("text", "numeral", "marked"),
    [
        ("收到申请20222023185件", "185", "20222023185"),
        ("20222023185件", "185", "20222023185"),
        ("收到申请185件", "185", "185"),
        ("2022年185件", "185", "185"),
    ],
)
def test_all_of_a_damaged_numeral_is_marked(text: str, numeral: str, marked: str) -> None:
    """The years that grew into it too: a person must see what is wrong with it."""
    start = text.index(numeral)

    span = with_grown_in(text, Span(start, start + len(numeral)))

    assert marked == text[span.start : span.end]
