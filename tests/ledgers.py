"""Ledgers of tests: SQLite in a folder, and a PostgreSQL server of the test's own where the system has one."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import pytest

SQLITE, POSTGRES = "sqlite", "postgresql"
BOTH = (SQLITE, POSTGRES)


def programs() -> Path | None:
    """The folder of PostgreSQL's programs; None where it is not installed."""
    found = shutil.which("initdb")
    folders = [Path(found).resolve().parent] if found else []
    folders += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    return next((each for each in folders if (each / "postgres").is_file() and (each / "initdb").is_file()), None)


def ordinary_user() -> str | None:
    """Whom the server runs as: PostgreSQL refuses root. None for the user of this process."""
    if os.getuid() != 0:
        return None
    names = {each.pw_name for each in pwd.getpwall()}
    return "postgres" if "postgres" in names else "nobody"


def free_port() -> int:
    """A port that nobody uses now."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@dataclass
class PostgresServer:
    """A server of the test's own, as an ordinary user; made once, started as often as a test likes."""

    bin_folder: Path
    home: Path
    port: int
    user: str | None
    process: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Without a database."""
        return f"postgresql+psycopg://faheng@127.0.0.1:{self.port}"

    def start(self) -> None:
        options = ["-c", "listen_addresses=127.0.0.1", "-c", f"unix_socket_directories={self.home}",
                   "-c", "max_connections=60"]  # fmt: skip
        serve = [str(self.bin_folder / "postgres"), "-D", str(self.home / "data"), "-p", str(self.port), *options]
        self.process = subprocess.Popen(serve, user=self.user, cwd=self.home, stderr=subprocess.DEVNULL)  # noqa: S603
        wait_for(self.port)

    def stop(self, how: signal.Signals = signal.SIGINT) -> None:
        """SIGINT: at once, whoever is still connected. SIGQUIT: as a machine that loses its power."""
        if self.process is not None:
            self.process.send_signal(how)
            self.process.wait(30)
            self.process = None


@contextmanager
def own_postgres() -> Iterator[PostgresServer]:
    """A server that runs; skipped where there is none on this system."""
    pytest.importorskip("psycopg", reason="the package psycopg is not installed")
    bin_folder = programs()
    if bin_folder is None:
        pytest.skip("no PostgreSQL on this system: Debian has it as the package postgresql")
    user = ordinary_user()
    home = Path("/tmp") / f"faheng-postgres-{uuid4().hex[:12]}"  # noqa: S108 (a socket's path must be short)
    home.mkdir(mode=0o700)
    if user:
        shutil.chown(home, user)
    make = [str(bin_folder / "initdb"), "-D", str(home / "data"), "-A", "trust", "-U", "faheng", "--no-sync"]
    made = subprocess.run(make, user=user, cwd=home, capture_output=True, check=False)  # noqa: S603
    if made.returncode:
        shutil.rmtree(home, ignore_errors=True)
        pytest.skip(f"PostgreSQL cannot be started here ({made.stderr.decode()[-200:]})")
    server = PostgresServer(bin_folder, home, free_port(), user)
    try:
        server.start()
        yield server
    finally:
        server.stop()
        shutil.rmtree(home, ignore_errors=True)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The address of a server for all tests, without a database."""
    with own_postgres() as server:
        yield server.address


def wait_for(port: int) -> None:
    """Wait until the server answers."""
    import psycopg  # noqa: PLC0415 (an extra)

    for _ in range(100):
        try:
            psycopg.connect(f"host=127.0.0.1 port={port} user=faheng dbname=postgres").close()
            return
        except psycopg.OperationalError:
            time.sleep(0.1)
    pytest.fail("PostgreSQL does not answer after ten seconds")


def new_database(server: str) -> str:
    """The address of an empty database of the server."""
    import psycopg  # noqa: PLC0415 (an extra)

    name = f"test_{uuid4().hex[:12]}"
    plain = server.replace("+psycopg", "")
    with psycopg.connect(f"{plain}/postgres", autocommit=True) as connection:
        connection.execute(f'create database "{name}"')  # type: ignore[call-overload]
    return f"{server}/{name}"


@contextmanager
def setting(kind: str, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """FAHENG_LEDGER for a kind of ledger; the address of a server's is asked for only where it is needed."""
    if kind == POSTGRES:
        monkeypatch.setenv("FAHENG_LEDGER", new_database(request.getfixturevalue("postgres")))
    else:
        monkeypatch.delenv("FAHENG_LEDGER", raising=False)
    yield
