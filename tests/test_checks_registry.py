"""Every check is declared once, and somebody makes its findings."""

from __future__ import annotations

from faheng.checks.arithmetic.flow import FLOW
from faheng.checks.registry import ACROSS, CHECKS, OF_FIGURES, OF_TEXT
from faheng.model import CheckName
from faheng.paths import QUERIES
from faheng.words.catalogue import LANGUAGES, words


def test_every_check_is_made() -> None:
    """A check that pages list and that nothing makes would find nothing."""
    made = [*(check.name for check, _ in (*OF_FIGURES, *OF_TEXT)), *(check.name for check, _ in ACROSS)]

    assert set(CHECKS) == set(made)


def test_every_query_between_reports_is_asked() -> None:
    """queries/checks holds nothing that no check reads."""
    assert {f"checks/{path.stem}" for path in (QUERIES / "checks").glob("*.sql")} == {query for _, query in ACROSS}


def test_every_check_has_a_name_and_a_question_of_its_own() -> None:
    """In both languages."""
    for language in LANGUAGES:
        say = words(language)
        texts = [text for check in CHECKS.values() for text in (check.label(say), check.question(say))]
        assert len(texts) == len(set(texts))
        assert all(texts)


def test_a_name_of_the_store_is_a_check() -> None:
    """As data/findings and the addresses of pages spell it."""
    assert FLOW is CHECKS[CheckName("flow")]
    assert FLOW.name == "flow"
    assert [name for name in CHECKS if name != CHECKS[name].name] == []
