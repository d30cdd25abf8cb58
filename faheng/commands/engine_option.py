"""Where a command reads: the options --engine and --address as one choice."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from faheng.pool.engine import ENGINES, PROCESSES, RAY, EngineChoice

__all__ = ["with_engine"]


def with_engine(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the two options; it takes the choice as `engine`."""

    @click.option("--engine", type=click.Choice(ENGINES), default=PROCESSES, help="Where is read; default: processes.")
    @click.option("--address", default="", help="Of a running Ray cluster, as host:6379; default: one on this machine.")
    @wraps(command)
    def chosen(engine: str, address: str, **others: Any) -> None:
        if address and engine != RAY:
            raise click.UsageError("--address names a Ray cluster: ask for --engine ray")
        command(engine=EngineChoice(engine, address), **others)

    return chosen
