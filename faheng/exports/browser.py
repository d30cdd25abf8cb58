"""The browser that draws pictures: an installed Chrome that speaks to nobody and leaves nothing behind.

Left to itself it looks up hosts for updates, accounts and a start page, and loads a script for formulas from the
internet: a machine without a way there then waits half a minute for each picture.
"""

from __future__ import annotations

import shutil
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import kaleido
from choreographer.browsers.chromium import Chromium

__all__ = ["QuietChromium", "start", "stop"]

# Arguments besides those of Kaleido. The rule of the resolver is what holds: no name has an address, an
# address in figures neither, so nothing is sent. The others keep it from trying.
QUIET = (
    "--host-resolver-rules=MAP * ~NOTFOUND", "--no-proxy-server", "--disable-background-networking",
    "--disable-domain-reliability", "--disable-client-side-phishing-detection", "--no-pings", "about:blank",
)  # fmt: skip
# Its last helpers end within a second of it, and write into its folder until then.
_TRIES, _PAUSE = 50, 0.1


class Profile:
    """The folder that the browser writes into while it runs."""

    def __init__(self) -> None:
        """Make it, readable for nobody else."""
        self.path = Path(tempfile.mkdtemp(prefix="faheng-browser-"))

    def clean(self) -> None:
        """Take it away, also where a helper of the browser still writes into it; what a system holds back stays."""
        for _ in range(_TRIES):
            shutil.rmtree(self.path, ignore_errors=True)
            if not self.path.exists():
                return
            time.sleep(_PAUSE)


class QuietChromium(Chromium):
    """Chromium without traffic, whose folder goes with it."""

    tmp_dir: Any

    def __init__(self, channel: Any, path: Path | str | None = None, **more: Any) -> None:
        """As choreographer makes it, without extensions, which look for newer versions of themselves."""
        super().__init__(channel, path, **{"enable_extensions": False} | more)

    def pre_open(self) -> None:
        """Make the folder. One in the home where the browser sees no other: Ubuntu's snap hides /tmp."""
        if self.is_isolated():
            super().pre_open()
        else:
            self.tmp_dir = Profile()

    def get_cli(self) -> Sequence[str]:
        """The command line."""
        return [*super().get_cli(), *QUIET]


def start() -> None:
    """Start the browser for this process."""
    kaleido.start_sync_server(silence_warnings=True, browser_cls=QuietChromium, mathjax=False)


def stop() -> None:
    """End the browser."""
    kaleido.stop_sync_server(silence_warnings=True)
