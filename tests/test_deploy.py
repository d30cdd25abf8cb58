"""deploy/: what is written there can be read by what it is for, and names what there is."""

# ruff: noqa: S603, S607 (nginx and systemd-analyze of the system)
from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest
from behind import certificate, configuration
from browser import free_port
from click.testing import CliRunner
from ledgers import new_database

from faheng.cli import main
from faheng.paths import ROOT

yaml = pytest.importorskip("yaml", reason="the package pyyaml is not installed")
DEPLOY = ROOT / "deploy"
COMPOSE = yaml.safe_load((DEPLOY / "compose.yaml").read_text(encoding="utf-8"))
SERVICES = COMPOSE["services"]
UNITS = sorted(path.name for path in DEPLOY.iterdir() if path.suffix in {".service", ".timer"})
# Of the compose specification, those that this file uses.
KEYS = {
    "image", "build", "restart", "environment", "secrets", "entrypoint", "command", "stop_grace_period", "depends_on",
    "logging", "volumes", "healthcheck", "user", "ports", "profiles", "shm_size",
}  # fmt: skip
PLAIN = {"postgres", "minio", "bucket", "folders", "app1", "app2", "nginx", "ray-head"}


def test_the_compose_file_has_what_several_machines_have() -> None:
    assert PLAIN == set(SERVICES)
    assert {"name", "x-app", "services", "volumes", "secrets"} == set(COMPOSE)
    assert set() == {key for each in SERVICES.values() for key in each} - KEYS


@pytest.mark.parametrize("name", sorted(PLAIN))
def test_what_a_service_names_is_declared(name: str) -> None:
    """Its secrets, volumes and services; a service that others wait for says when it is healthy, or ends."""
    service = SERVICES[name]
    used = {each.split(":")[0] for each in service.get("volumes", ()) if not each.startswith((".", "/"))}
    waited = service.get("depends_on", {})

    assert set(service.get("secrets", ())) <= set(COMPOSE["secrets"])
    assert used <= set(COMPOSE["volumes"])
    assert set(waited) <= set(SERVICES)
    if isinstance(waited, dict):
        for other, how in waited.items():
            healthy = how["condition"] == "service_healthy"
            assert healthy == ("healthcheck" in SERVICES[other])
            assert healthy or SERVICES[other]["restart"] == "no"


def test_an_ordinary_user_may_write_its_volumes() -> None:
    """A new volume is root's: where the image has no such folder of the user's own, it is given to the user first."""
    given = set(SERVICES["folders"]["volumes"])
    used = {each for name in ("app1", "app2", "ray-head", "postgres") for each in SERVICES[name]["volumes"]}
    own = {"postgres:/var/lib/postgresql/data"}  # of the image's

    assert {each.split(":")[0] for each in used - own} == {each.split(":")[0] for each in given}
    assert all(each.split(":")[1] in SERVICES["folders"]["entrypoint"][2] for each in given)


def test_whoever_asks_the_ledger_has_its_password() -> None:
    """By the entry that lays the file where libpq takes it."""
    assert [SERVICES["app1"]["entrypoint"]] * 2 == [SERVICES[name]["entrypoint"] for name in ("app2", "ray-head")]


def test_every_image_has_a_version() -> None:
    """Tomorrow's is the one that was tried; ours is built here."""
    assert [] == [name for name, each in SERVICES.items()
                  if each["image"] != "faheng" and not re.search(r":[A-Z]*\.?\d", each["image"])]  # fmt: skip


@pytest.mark.parametrize("name", sorted(name for name in COMPOSE["secrets"]))
def test_a_secret_is_a_file_that_git_does_not_take(name: str) -> None:
    file = COMPOSE["secrets"][name]["file"]
    told = (DEPLOY / "secrets/README.md").read_text(encoding="utf-8")

    assert f"`{Path(file).name}`" in told
    assert 0 == subprocess.run(["git", "check-ignore", "-q", f"deploy/{file}"], cwd=ROOT, check=False).returncode


def test_settings_are_ones_that_the_program_knows() -> None:
    """And the command is one that can be typed."""
    known = {found for path in (ROOT / "faheng").rglob("*.py")
             for found in re.findall(r'"(FAHENG_[A-Z_]+)"', path.read_text("utf-8"))}  # fmt: skip
    set_here = {name for name in SERVICES["app1"]["environment"] if name.startswith("FAHENG_")}
    command = SERVICES["app1"]["command"]
    options = {each for each in command if each.startswith("--")}

    assert set_here <= known
    assert "faheng" == command[0]
    assert all(each in CliRunner().invoke(main, [command[1], "--help"]).output for each in options)


def test_the_image_holds_what_the_program_needs() -> None:
    copied = re.findall(r"^COPY (.+) \S+$", (DEPLOY / "Dockerfile").read_text(encoding="utf-8"), re.MULTILINE)
    names = {name for each in copied for name in each.split()}

    assert {"faheng", "pages", "queries", "data", "app.py", ".streamlit", "pyproject.toml", "constraints.txt"} <= names
    assert [] == [name for name in names if not (ROOT / name).exists()]


@pytest.mark.skipif(not shutil.which("nginx"), reason="no nginx: install Debian's package")
def test_nginx_takes_its_configuration(tmp_path: Path) -> None:
    certificate(tmp_path)
    configuration(tmp_path, free_port(), free_port(), free_port())
    tried = subprocess.run(["nginx", "-t", "-p", str(tmp_path), "-c", str(tmp_path / "nginx.conf")],
                           capture_output=True, text=True, check=False)  # fmt: skip

    assert 0 == tried.returncode, tried.stderr
    assert "warn" not in tried.stderr


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd here")
@pytest.mark.parametrize("name", UNITS)
def test_systemd_takes_a_unit(name: str, tmp_path: Path) -> None:
    """With programs that are there in place of the installed ones."""
    for each in UNITS:
        text = re.sub(r"^ExecStart=\S+", "ExecStart=/bin/true", (DEPLOY / each).read_text("utf-8"), flags=re.MULTILINE)
        (tmp_path / each).write_text(text, encoding="utf-8")
    verified = subprocess.run(["systemd-analyze", "verify", str(tmp_path / name)], capture_output=True, text=True,
                              check=False, env={**os.environ, "SYSTEMD_UNIT_PATH": f"{tmp_path}:"})  # fmt: skip

    assert (0, "") == (verified.returncode, verified.stderr)


@pytest.mark.parametrize(
    ("documents", "said"), [("s3://bucket/faheng", "is no folder"), ("file:///not-there", "no folder")]
)
def test_a_backup_says_that_the_documents_are_not_to_be_copied(documents: str, said: str, tmp_path: Path) -> None:
    """Before anything is written: a copy without documents would look like one with them."""
    env = {**os.environ, "BACKUP": str(tmp_path / "kept"), "FAHENG_DOCUMENTS": documents}

    made = subprocess.run(["bash", str(DEPLOY / "backup")], env=env, capture_output=True, text=True, check=False)

    assert 1 == made.returncode
    assert said in made.stderr
    assert not (tmp_path / "kept").exists()


@pytest.mark.skipif(not shutil.which("pg_dump"), reason="no pg_dump: Debian has it as postgresql-client")
def test_a_backup_brings_back_what_was_decided(postgres: str, tmp_path: Path) -> None:
    """The ledger of the copy names only what the copy holds; a second copy keeps the first."""
    from faheng.ledger.engine import url_of  # noqa: PLC0415
    from faheng.ledger.event import EventKind, NewEvent  # noqa: PLC0415
    from faheng.ledger.ledger import ledger_at  # noqa: PLC0415

    first, second = new_database(postgres), new_database(postgres)
    ledger = ledger_at(url_of(first))
    ledger.append([NewEvent(kind=EventKind.ACCEPTED, who="张三", report="r", figure="f")])
    (tmp_path / "files/documents").mkdir(parents=True)
    (tmp_path / "files/documents/a.gz").write_bytes(b"a")
    (tmp_path / "files/documents/making.1.x").write_bytes(b"half")
    url = url_of(first)
    where = {"PGHOST": str(url.host), "PGPORT": str(url.port), "PGUSER": "faheng", "PGDATABASE": str(url.database)}
    env = {**os.environ, **where, "BACKUP": str(tmp_path / "kept"), "FAHENG_DOCUMENTS": f"file://{tmp_path}/files"}

    made = subprocess.run(["bash", str(DEPLOY / "backup")], env=env, capture_output=True, text=True, check=True)

    dump = Path(made.stdout.strip())
    assert ["a.gz"] == [each.name for each in (tmp_path / "kept/documents").iterdir()]
    restored = url_of(second)
    subprocess.run(["pg_restore", "--dbname", str(restored.database), str(dump)], check=True, env=env)
    back = ledger_at(restored)
    assert ledger.events() == back.events()
    assert 2 == back.append([NewEvent(kind=EventKind.REJECTED, who="李四", report="r", figure="f")])
    for each in (ledger, back):
        each.close()
