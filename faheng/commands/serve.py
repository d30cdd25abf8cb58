"""`faheng serve`: the dashboard."""

from __future__ import annotations

import errno
import os
import socket
import time
from importlib import import_module
from threading import Thread

import click

from faheng.errors import CannotListen
from faheng.paths import DATA, ROOT, store_folder
from faheng.store import snapshots

# Before the server is up, other imports would only hold it up.
POLL_SECONDS, MOST_POLLS = 0.02, 500


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8501, show_default=True, help="The port to listen on.")
@click.option("--address", default="127.0.0.1", show_default=True, help="The address to listen on.")
def serve(port: int, address: str) -> None:
    """Serve the dashboard; the store is built first where there is none."""
    require_free(address, port)
    if not (store_folder() / snapshots.POINTER).is_file():
        build_first()
    # Streamlit reads .streamlit/config.toml from the folder it is started in.
    os.chdir(ROOT)
    Thread(target=prepare, args=(address, port), daemon=True).start()
    streamlit = import_module("streamlit.web.cli")
    streamlit.main(["run", str(ROOT / "app.py"), f"--server.port={port}", f"--server.address={address}"])


def require_free(address: str, port: int) -> None:
    """Raise CannotListen, which says what to do, where the server could not have the address and the port."""
    try:
        family, kind, protocol, _, place = socket.getaddrinfo(address, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(family, kind, protocol) as trial:
            if os.name == "posix":
                # as the server does it: a port that was in use a moment ago is free
                trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            trial.bind(place)
    except socket.gaierror as error:
        raise CannotListen(f"--address {address}: it is no address of this machine ({error.strerror})") from error
    except OSError as error:
        if error.errno == errno.EADDRNOTAVAIL:
            raise CannotListen(f"--address {address}: it is no address of this machine ({error.strerror})") from error
        raise CannotListen(f"port {port} cannot be had ({error.strerror}): choose another with --port") from error


def build_first() -> None:
    """A store from data/; what builds it is imported only then."""
    read, write = import_module("faheng.data.read"), import_module("faheng.store.write")
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
