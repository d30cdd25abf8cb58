"""A dashboard that others reach, with a provider of sign-in on this machine, for the tests of rights."""

from __future__ import annotations

import secrets
import shutil
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from browser import free_port
from served import Served, serving
from streamed import Session, Visitor, visitor

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # of what the provider is made of
    from oidc_provider_mock import User, run_server_in_thread

# Not the loopback that everybody edits on, and yet only this machine.
ADDRESS = "127.0.0.2"
PEOPLE = [
    User(sub="u-publisher", claims={"name": "张三", "roles": ["faheng-publisher"]}),
    User(sub="u-editor", claims={"name": "李四", "roles": ["editor"]}),
    User(sub="u-listed", claims={"name": "王五", "email": "wang@example.gov.cn"}),
    User(sub="u-viewer", claims={"name": "赵六", "roles": ["viewer", "editors"]}),
]
AUTH = """[auth]
redirect_uri = "http://{address}:{port}/oauth2callback"
cookie_secret = "{secret}"
client_id = "faheng"
client_secret = "{secret}"
server_metadata_url = "http://localhost:{provider}/.well-known/openid-configuration"
client_kwargs = {{ scope = "openid profile email" }}
"""


@dataclass(frozen=True)
class Office:
    """The server, its store, and the file of roles that it reads at each action."""

    served: Served
    store: Path
    roles: Path

    @property
    def origin(self) -> str:
        return f"http://{ADDRESS}:{self.served.port}"

    def may(self, *lines: str) -> None:
        """Write the file of roles anew."""
        self.roles.write_text("\n".join(lines), encoding="utf-8")

    @contextmanager
    def person(self, subject: str = "") -> Iterator[Visitor]:
        """A visitor who signed in as this person; "" for one who did not."""
        with visitor(self.served) as somebody:
            if subject:
                with somebody.session() as first:
                    first.open("intake")
                    first.click("intake", first.widget("fh-sign-in"))
                somebody.sign_in(first.way, subject)
            yield somebody

    @contextmanager
    def session(self, subject: str = "", page: str = "") -> Iterator[Session]:
        """A session of this person, on this page."""
        with self.person(subject) as somebody, somebody.session() as session:
            if page:
                session.open(page)
            yield session

    def refusals(self) -> list[str]:
        """What the log says was refused."""
        return [line.partition(" refused: ")[2] for line in self.served.said().splitlines() if " refused: " in line]


@contextmanager
def office_of(store: Path, folder: Path) -> Iterator[Office]:
    """Serve a copy of the store at an address of others, with sign-in, until the caller is done."""
    shutil.copytree(store, folder / "store")
    # A second version, so that one could be shown again.
    shutil.copy(folder / "store/faheng-1.duckdb", folder / "store/faheng-2.duckdb")
    port, roles, auth = free_port(), folder / "roles.txt", folder / "auth.toml"
    roles.write_text("", encoding="utf-8")
    with run_server_in_thread(user_claims=PEOPLE) as provider:
        auth.write_text(
            AUTH.format(address=ADDRESS, port=port, secret=secrets.token_hex(32), provider=provider.server_port),
            encoding="utf-8",
        )
        with serving(
            folder / "store", folder / "log", "--address", ADDRESS, "--auth", str(auth),
            env={"FAHENG_ROLES": str(roles), "FAHENG_LEDGER": ""}, name=ADDRESS, port=port,
        ) as served:  # fmt: skip
            yield Office(served, folder / "store", roles)
