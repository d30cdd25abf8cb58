"""`faheng serve`: the dashboard."""

from __future__ import annotations

import errno
import ipaddress
import os
import re
import socket
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from faheng.errors import CannotListen
from faheng.log import as_json, line, take_in_libraries
from faheng.paths import DATA, ROOT, store_folder
from faheng.store import snapshots

LOOPBACK = ("127.0.0.1", "localhost", "::1")
NAME = re.compile(r"(\*\.)?[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)*|[0-9A-Fa-f:]+")
ORIGIN = re.compile(r"https?://[A-Za-z0-9_.*\[\]:-]+")
PATH = re.compile(r"/?[A-Za-z0-9_-]+(/[A-Za-z0-9_-]+)*/?")


class Written(click.ParamType[str]):
    """A text of this form, which the example shows."""

    def __init__(self, name: str, form: re.Pattern[str], example: str) -> None:
        """Remember the form."""
        self.name, self.form, self.example = name, form, example

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The text itself."""
        if not self.form.fullmatch(value):
            self.fail(f"{value!r} is none: write it as {self.example}", param, ctx)
        return value


@click.command()
@click.option("--port", type=click.IntRange(1, 65535), default=8501, show_default=True, help="The port to listen on.")
@click.option("--address", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--host", "hosts", multiple=True, type=Written("name", NAME, "faheng.example.gov.cn"),
    help="A name that readers reach it by, as often as there are names; behind a proxy, the proxy's.",
)  # fmt: skip
@click.option(
    "--path", type=Written("path", PATH, "/faheng"),
    help="The path it stands under, where a proxy serves other things beside it.",
)  # fmt: skip
@click.option(
    "--frame", "frames", multiple=True, type=Written("site", ORIGIN, "https://portal.example.gov.cn"),
    help="A site whose pages may show the dashboard in a frame; over TLS only.",
)  # fmt: skip
@click.option(
    "--auth", type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A file with the OpenID Connect provider by which editors sign in (README, “Who may edit”).",
)  # fmt: skip
def serve(
    port: int, address: str, *, hosts: tuple[str, ...], path: str | None, frames: tuple[str, ...], auth: Path | None
) -> None:
    """Serve the dashboard; where there is no store it is built first, or copied from the shelf."""
    require_free(address, port)
    provider = [f"--secrets.files={auth.resolve()}"] if auth else []
    if not (store_folder() / snapshots.POINTER).is_file() and not fetched_first():
        build_first()
    # Streamlit reads .streamlit/config.toml from the folder it is started in.
    os.chdir(ROOT)
    os.environ["FAHENG_FRAMES"] = " ".join(frames)
    logged = [f"--logger.messageFormat={take_in_libraries()}"] if as_json() else []
    if os.environ.get("FAHENG_METRICS"):
        from faheng.ui.metrics import token  # noqa: PLC0415 (see below)

        token()
    tell(port, address, path or "")
    from faheng.ui.server import run  # noqa: PLC0415 (it reads the folder's settings as soon as it is imported)

    run([
        *(str(ROOT / "app.py"), f"--server.port={port}", f"--server.address={address}"),
        *settings(address, hosts, path or "", frames), *provider, *logged,
    ])  # fmt: skip


def settings(address: str, hosts: Sequence[str], path: str, frames: Sequence[str]) -> Iterator[str]:
    """Streamlit's settings beyond address and port; none where .streamlit/config.toml says all."""
    if hosts or address not in LOOPBACK:
        yield from (f"--server.allowedHosts={name}" for name in dict.fromkeys((*LOOPBACK, *hosts, *names_of(address))))
    for name in hosts:
        # A proxy that hands requests on under another name keeps the name of the page in their Origin.
        yield from (f"--server.corsAllowedOrigins={scheme}://{bracketed(name)}" for scheme in ("https", "http"))
    if path:
        yield f"--server.baseUrlPath={path.strip('/')}"
    if frames:
        # A page in a frame of another site is sent no other cookie, and uploads need one.
        yield "--server.xsrfCookieSameSite=none"


def names_of(address: str) -> list[str]:
    """What this machine answers to at the address; at all of its addresses, their numbers and its own name."""
    if address in LOOPBACK:
        return []
    if not is_every_address(address):
        return [address]
    import psutil  # noqa: PLC0415 (only here)

    every = (each.address for addresses in psutil.net_if_addrs().values() for each in addresses if is_number(each))
    return [*(each.split("%")[0] for each in every), socket.gethostname().lower(), socket.getfqdn().lower()]


def is_number(found: object) -> bool:
    """Whether an address of a network card is one of the internet's, not the card's own."""
    return getattr(found, "family", None) in (socket.AF_INET, socket.AF_INET6)


def is_every_address(address: str) -> bool:
    """Whether the address stands for all of this machine: 0.0.0.0, ::."""
    try:
        return ipaddress.ip_address(address).is_unspecified
    except ValueError:
        return False


def bracketed(name: str) -> str:
    """The name as an address in a link has it."""
    return f"[{name}]" if ":" in name else name


def tell(port: int, address: str, path: str) -> None:
    """Where it is served, and on another address than the machine's own what that means."""
    shown = "127.0.0.1" if is_every_address(address) else bracketed(address)
    said = [f"http://{shown}:{port}/{path.strip('/')}"]
    if address not in LOOPBACK:
        said.append(f"Reading is open to everybody who reaches {address} at port {port}; nobody is asked who they are.")
        said.append("Whoever is to import, review or publish signs in (--auth).")
    for each in said:
        click.echo(line("serve", "info", said=each) if as_json() else each, err=True)


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


def fetched_first() -> bool:
    """Whether the store has now what other machines published on the shelf that they share.

    Raises ShelfUnavailable where the shelf cannot be had: what is built here is another snapshot than theirs.
    """
    from faheng.store.shelf import shelf_of_setting  # noqa: PLC0415 (see above)

    shelf = shelf_of_setting()
    return shelf is not None and shelf.fetch(store_folder()) is not None


def build_first() -> None:
    """A store from data/; what builds it is imported only then."""
    from faheng.checks.registry import CHECKS  # noqa: PLC0415 (see above)
    from faheng.reading.validate import validated  # noqa: PLC0415 (see above)
    from faheng.store.write import build_store  # noqa: PLC0415 (see above)

    build_store(validated(DATA, CHECKS), store_folder())
