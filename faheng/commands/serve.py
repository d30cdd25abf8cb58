"""`faheng serve`: the dashboard."""

from __future__ import annotations

import os
import socket
import time
from importlib import import_module
from threading import Thread

import click

from faheng.paths import DATA, ROOT, store_folder
from faheng.store import snapshots

# Before the server is up, other imports would only hold it up.
POLL_SECONDS, MOST_POLLS = 0.02, 500


@click.command()
@click.option("--port", default=8501, show_default=True, help="The port to listen on.")
@click.option("--address", default="127.0.0.1", show_default=True, help="The address to listen on.")
def serve(port: int, address: str) -> None:
    """Serve the dashboard; the store is built first where there is none."""
    if not (store_folder() / snapshots.POINTER).is_file():
        build_first()
    # Streamlit reads .streamlit/config.toml from the folder it is started in.
    os.chdir(ROOT)
    Thread(target=prepare, args=(address, port), daemon=True).start()
    streamlit = import_module("streamlit.web.cli")
    streamlit.main(["run", str(ROOT / "app.py"), f"--server.port={port}", f"--server.address={address}"])


def build_first() -> None:
    """A store from data/; what builds it is imported only then."""
    read, write = import_module("faheng.dataset.read"), import_module("faheng.store.write")
    write.build_store(read.read_dataset(DATA), store_folder())


def prepare(address: str, port: int) -> None:
    """Import and make what the first page needs, once the server answers and while the browser loads."""
    for _ in range(MOST_POLLS):
        if answers(address, port):
            break
        time.sleep(POLL_SECONDS)
    import_module("faheng.ui.overview").make_first()
    import_module("faheng.ui.choose")


def answers(address: str, port: int) -> bool:
    """Whether something listens there."""
    try:
        socket.create_connection((address, port), timeout=1).close()
    except OSError:
        return False
    return True
