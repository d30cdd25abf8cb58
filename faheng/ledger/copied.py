"""A ledger copied into another database, event by event, with their numbers, times and versions."""

from __future__ import annotations

from typing import Any

from sqlalchemy import insert, select, update

from faheng.errors import LedgerInUse
from faheng.ledger.engine import in_one_line, shown, writing
from faheng.ledger.ledger import Ledger
from faheng.ledger.tables import EVENTS, HEAD

__all__ = ["copy_ledger"]


def copy_ledger(source: Ledger, target: Ledger) -> int:
    """Write all events of one ledger into an empty other one, in one transaction; how many there are.

    Nobody should decide meanwhile: what is noted after the copy began is not in it. Raises LedgerInUse where the target
    holds events or the source went on while it was copied, and LedgerUnavailable as both databases do; then the target
    is as it was.
    """
    rows = _rows(source)
    with in_one_line(target.engine.url), writing(target.engine).begin() as connection:
        if connection.execute(select(HEAD.c.position)).scalar_one():
            raise LedgerInUse(shown(target.engine.url), "it holds events already", "name an empty database")
        if rows:
            connection.execute(insert(EVENTS), rows)
        connection.execute(update(HEAD).values(position=len(rows)))
        if source.position != len(rows):
            raise LedgerInUse(shown(source.engine.url), "somebody decided meanwhile", "close the pages, then try again")
    return len(rows)


def _rows(source: Ledger) -> list[dict[str, Any]]:
    with in_one_line(source.engine.url), source.engine.begin() as connection:
        return [dict(row) for row in connection.execute(select(EVENTS).order_by(EVENTS.c.number)).mappings()]
