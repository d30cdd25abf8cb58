"""Rows of the published snapshot for pages, remembered until the next snapshot is published."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from faheng.paths import store_folder
from faheng.store.read import Reader, Snapshot

__all__ = ["rows", "snapshot_name"]


@st.cache_resource(show_spinner=False)
def _reader(folder: str) -> Reader:  # noqa: ARG001 (the folder is the key; paths alone knows where it is)
    return Reader(store_folder())


def _snapshot() -> Snapshot:
    return _reader(str(store_folder())).snapshot()


def snapshot_name() -> str:
    """The file of the snapshot that pages read now; raises what Reader.snapshot raises."""
    return str(_snapshot().path)


def rows(query: str, **parameters: Any) -> pd.DataFrame:
    """The rows of queries/<query>.sql with its $parameters, from memory where they were asked for before.

    They are shared by all readers: change a copy, never the rows themselves.
    """
    named = tuple((name, _frozen(value)) for name, value in sorted(parameters.items()))
    return _rows(snapshot_name(), query, named)


# A page asks some twenty questions; 500 keep the answers of the views that people go back and forth between. Kept as
# they are and not copied for each reader: nobody changes rows in place.
@st.cache_resource(show_spinner=False, max_entries=500)
def _rows(snapshot: str, query: str, named: tuple[tuple[str, Any], ...]) -> pd.DataFrame:  # noqa: ARG001 (a key)
    parameters = {name: list(value) if isinstance(value, tuple) else value for name, value in named}
    return _snapshot().rows(query, **parameters)


def _frozen(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
