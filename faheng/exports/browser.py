"""The browser that draws pictures: an installed Chrome that speaks to nobody and leaves nothing behind.

Left to itself it looks up hosts for updates, accounts and a start page, and loads a script for formulas from the
internet: a machine without a way there then waits half a minute for each picture.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import tempfile
import time
from collections.abc import Coroutine, Mapping, MutableMapping, Sequence
from concurrent.futures import CancelledError
from contextlib import ExitStack
from pathlib import Path
from threading import Thread
from typing import Any

import kaleido
import plotly.graph_objects as go
from choreographer.browsers.chromium import Chromium
from choreographer.errors import BrowserClosedError, BrowserFailedError, ChannelClosedError, ChromeNotFoundError

__all__ = ["GONE", "PictureBrowser", "QuietChromium"]

# Arguments besides those of Kaleido. The rule of the resolver is what holds: no name has an address, an
# address in figures neither, so nothing is sent. The others keep it from trying.
QUIET = (
    "--host-resolver-rules=MAP * ~NOTFOUND", "--no-proxy-server", "--disable-background-networking",
    "--disable-domain-reliability", "--disable-client-side-phishing-detection", "--no-pings", "about:blank",
)  # fmt: skip
# What is raised where there is no browser, where it ends at once, was killed, or answers no more.
GONE = (
    BrowserClosedError, BrowserFailedError, CancelledError, ChannelClosedError, ChromeNotFoundError, RuntimeError,
    TimeoutError,
)  # fmt: skip
# Its last helpers end within a second of it, and write into its folder until then.
_TRIES, _PAUSE = 50, 0.1
# Seconds that a picture may take, and that the browser may take beyond them to answer at all.
_LONGEST, _GRACE = 60, 10
# The browser keeps a socket in the folder for temporary files, and ends at once where the socket's path has more bytes
# than a system takes (103 on macOS, 107 on Linux), of which the browser's own part takes up to 56.
_LONGEST_FOLDER, _SHORT_FOLDER = 50, "/tmp"  # noqa: S108 (the browser makes a folder of its own there, with a random name)


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

    def __init__(self, channel: Any, path: Path | str | None = None, *, profile: Profile, **more: Any) -> None:
        """As choreographer makes it, without extensions, which look for newer versions of themselves."""
        super().__init__(channel, path, **{"enable_extensions": False} | more)
        self._profile = profile

    def pre_open(self) -> None:
        """Take the folder. One in the home where the browser sees no other: Ubuntu's snap hides /tmp."""
        if self.is_isolated():
            super().pre_open()
        else:
            self.tmp_dir = self._profile

    def get_cli(self) -> Sequence[str]:
        """The command line."""
        return [*super().get_cli(), *QUIET]

    def get_env(self) -> MutableMapping[str, str]:
        """The environment, with a short folder for temporary files where that of this process is too long."""
        environment = super().get_env()
        if os.name == "posix" and len(os.fsencode(environment.get("TMPDIR", ""))) > _LONGEST_FOLDER:
            environment["TMPDIR"] = _SHORT_FOLDER
        return environment


class PictureBrowser:
    """A browser that runs and draws figures, one after another. Chrome answers in a thread of its own."""

    def __init__(self) -> None:
        """Start it. Raises one of GONE where that fails."""
        self._profile = Profile()
        self._loop = asyncio.new_event_loop()
        self._thread = Thread(target=self._loop.run_forever, name="faheng-browser", daemon=True)
        self._thread.start()
        with ExitStack() as undo:
            undo.callback(self._end)
            self._kaleido = self._awaited(self._opened())
            undo.pop_all()

    def draw(self, figure: go.Figure, options: Mapping[str, object]) -> bytes:
        """The figure as a file; options: format, width, height and scale, as Kaleido names them.

        Raises one of GONE where the browser is not there any more.
        """
        return bytes(self._awaited(self._kaleido.calc_fig(figure, opts=dict(options))))

    def close(self) -> None:
        """End the browser, also one that has ended by itself."""
        try:
            self._awaited(self._kaleido.close())
        finally:
            self._end()

    async def _opened(self) -> Any:
        # made here because it keeps queues, which belong to the loop that they are made in
        return await kaleido.Kaleido(browser_cls=QuietChromium, profile=self._profile, mathjax=False, timeout=_LONGEST)

    def _awaited(self, asked: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(asked, self._loop).result(_LONGEST + _GRACE)

    def _end(self) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(_GRACE)
        # the browser itself takes it away too, but not where it was killed and nobody ended it in good order
        self._profile.clean()
