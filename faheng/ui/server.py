"""The server of the pages: Streamlit's own, started as its command starts it."""

from __future__ import annotations

from collections.abc import Sequence

from streamlit.web import cli

from faheng.ui import sockets
from faheng.ui.uploads import most_held


def run(arguments: Sequence[str]) -> None:
    """Serve until the server is stopped. arguments: app.py, then Streamlit's settings. Raises BadSetting."""
    most_held()  # before anything is served: a wrong setting ends here, in one line
    sockets.install()
    cli.main(["run", *arguments])
