"""faheng.ui.turns: a few pages at a time, in the order of asking, and nobody is held up by one that takes long."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from threading import Event, Lock
from time import monotonic, sleep

import pytest

from faheng.ui.turns import Turns


def test_no_more_than_so_many_at_once() -> None:
    turns, lock, inside, most = Turns(2, 20), Lock(), [0], [0]

    def page(_: int) -> None:
        with turns.turn():
            with lock:
                inside[0] += 1
                most[0] = max(most[0], inside[0])
            sleep(0.005)
            with lock:
                inside[0] -= 1

    with ThreadPoolExecutor(12) as pool:
        list(pool.map(page, range(24)))
    assert (2, 0) == (most[0], inside[0])


def test_one_that_takes_long_holds_nobody_up_for_longer_than_the_patience() -> None:
    turns, ends = Turns(1, 0.05), Event()

    def long() -> None:
        with turns.turn():
            ends.wait(20)

    def short() -> float:
        began = monotonic()
        with turns.turn():
            return monotonic() - began

    with ThreadPoolExecutor(2) as pool:
        pool.submit(long)
        sleep(0.05)
        waited = pool.submit(short).result(10)
        ends.set()
    assert 0.04 < waited < 5
    # Who went ahead gave no turn back that it never had.
    assert short() < 0.04


def test_one_within_another_waits_for_none_and_an_error_gives_the_turn_back() -> None:
    turns = Turns(1, 20)
    with pytest.raises(KeyError), turns.turn(), turns.turn():
        raise KeyError
    began = monotonic()
    with turns.turn():
        pass
    assert monotonic() - began < 5
