"""What reports say of each other: findings that DuckDB makes of its own tables (queries/checks), however many.

Into the queries go the sentences with their slots open, and what the figures there are called: a name for each
indicator and scope, and words for each period, of which there are few.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import duckdb
import pyarrow as pa

from faheng.checks.across.reports import PARTS, SENTENCES
from faheng.checks.figures.catalogue import Catalogue
from faheng.checks.registry import ACROSS
from faheng.checks.text.phrases import nearly
from faheng.store.queries import sql
from faheng.words.catalogue import LANGUAGES, Words, unfilled, words
from faheng.words.periods import period_text

_BOTH = [(language, pa.string()) for language in LANGUAGES]
_NAME = pa.schema([("indicator_id", pa.string()), ("scope", pa.string()), ("labels", pa.string()), *_BOTH])
_PERIOD = pa.schema([("kind", pa.string()), ("first", pa.date32()), ("last", pa.date32()), *_BOTH])


def insert_findings_across(store: duckdb.DuckDBPyConnection, catalogue: Catalogue) -> None:
    """Add to the findings of the store what its reports say of each other; those that stand there already stay."""
    for name in ("across/macros", "across/judged"):
        store.execute(sql(name))
    tables = {
        "said": said(),
        "sentence": sentences(),
        "figure_name": named_all(store, catalogue),
        "figure_period": table(_PERIOD, map(dated, store.execute(sql("across/periods")).fetchall())),
    }
    for name, rows in tables.items():
        store.register(name, rows)
    for _, query in ACROSS:
        store.execute(f"insert into judged by name {sql(query)}")
    store.execute(f"create or replace temporary table figure_words as {sql('across/figure_words')}")
    store.execute(sql("across/findings"))
    store.execute("drop table temp.judged; drop table temp.figure_words")
    for name in tables:
        store.unregister(name)


def table(schema: pa.Schema, rows: Iterable[Mapping[str, Any]]) -> pa.Table:
    """The rows, of which there may be none."""
    return pa.Table.from_pylist(list(rows), schema=schema)


def said() -> pa.Table:
    """One row: parts of sentences in both languages, and the words before a number that a value is just below."""
    parts = {name: both(sentence) for name, sentence in PARTS.items()}
    return pa.Table.from_pylist([{**parts, "just_below": list(nearly())}])


def sentences() -> pa.Table:
    """A row a sentence, in both languages."""
    return pa.Table.from_pylist([{"name": name, **both(sentence)} for name, sentence in SENTENCES.items()])


def both(sentence: Callable[[Words], str]) -> dict[str, str]:
    """What is said in both languages, its slots open."""
    return {language: sentence(unfilled(language)) for language in LANGUAGES}


def named_all(store: duckdb.DuckDBPyConnection, catalogue: Catalogue) -> pa.Table:
    """A row for each indicator and scope of which there are figures."""
    return table(_NAME, (named(catalogue, *each) for each in store.execute(sql("across/names")).fetchall()))


def named(catalogue: Catalogue, indicator: str, scope: str) -> dict[str, Any]:
    """What figures of the indicator and scope are called; labels: the names as fields of JSON."""
    called = {language: catalogue.called(indicator, scope, words(language)) for language in LANGUAGES}
    labels = json.dumps({f"label_{language}": name for language, name in called.items()}, ensure_ascii=False)
    return {"indicator_id": indicator, "scope": scope, "labels": labels[1:-1], **called}


def dated(period: tuple[Any, ...]) -> dict[str, Any]:
    """A period in words."""
    kind, first, last = period
    inwords = {language: period_text(kind, first, last, "", words(language)) for language in LANGUAGES}
    return {"kind": kind, "first": first, "last": last, **inwords}
