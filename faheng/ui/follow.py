"""A server that shows what other machines publish: it looks at the shelf now and then and copies what is new."""

from __future__ import annotations

import time
from threading import Thread

from faheng import log
from faheng.errors import FahengError
from faheng.paths import store_folder
from faheng.store.shelf import Shelf, shelf_of_setting

__all__ = ["follow"]

PAUSE_SECONDS = 5


def follow() -> None:
    """Begin to follow the shelf that FAHENG_SHELF names, beside the readers; nothing without one.

    Raises BadSetting and ShelfUnavailable where the setting cannot be used at all. Later faults are told once each:
    readers go on with what they have.
    """
    shelf = shelf_of_setting()
    if shelf is not None:
        Thread(target=_follow, args=(shelf,), daemon=True).start()


def _follow(shelf: Shelf) -> None:
    told = ""
    while True:
        try:
            fetched = shelf.fetch(store_folder())
            said = f"{fetched.name} came from {shelf.address}" if fetched else ""
        except (FahengError, OSError) as error:
            # a full disk, too: whoever follows goes on when there is room again
            said = str(error)
        if said and said != told:
            log.tell("shelf", said)
        told = said or told
        time.sleep(PAUSE_SECONDS)
