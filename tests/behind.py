"""Two servers behind nginx, by the very lines of deploy/nginx.conf, for the tests."""

# ruff: noqa: S603, S607 (nginx and openssl of the system)
from __future__ import annotations

import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from faheng.paths import ROOT


def certificate(folder: Path) -> None:
    """One of our own, under the names that the secrets have."""
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=127.0.0.1",
         "-keyout", str(folder / "tls_key"), "-out", str(folder / "tls_certificate")],
        check=True, capture_output=True,
    )  # fmt: skip


def configuration(folder: Path, port: int, first: int, second: int) -> None:
    """deploy/nginx.conf with our ports and files, in the foreground."""
    text = (ROOT / "deploy/nginx.conf").read_text(encoding="utf-8")
    for ours, theirs in (
        ("/run/secrets", str(folder)), ("/tmp/nginx.pid", f"{folder}/pid"), ("/dev/stdout", f"{folder}/access.log"),  # noqa: S108
        ("app1:8501", f"127.0.0.1:{first}"), ("app2:8501", f"127.0.0.1:{second}"), ("listen 443", f"listen {port}"),
        ("worker_rlimit_nofile 65535;", "daemon off;"), ("worker_connections 16384", "worker_connections 512"),
    ):  # fmt: skip
        assert ours in text, ours
        text = text.replace(ours, theirs)
    # One port is enough: the address without TLS leads to that with it.
    text = re.sub(r"    server \{\n        listen 80;.*?\n    \}\n", "", text, count=1, flags=re.DOTALL)
    own = "".join(f"    {name}_temp_path {folder}/{name};\n" for name in
                  ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))  # fmt: skip
    text = text.replace("http {\n", f"http {{\n{own}", 1)
    user = "user root;\n" if Path("/root").stat().st_uid == 0 and Path(folder).stat().st_uid == 0 else ""
    (folder / "nginx.conf").write_text(user + text, encoding="utf-8")


@contextmanager
def proxy(folder: Path, port: int, first: int, second: int) -> Iterator[None]:
    """nginx before two servers."""
    if not shutil.which("nginx") or not shutil.which("openssl"):
        pytest.skip("no nginx or no openssl: install Debian's packages")
    certificate(folder)
    configuration(folder, port, first, second)
    process = subprocess.Popen(["nginx", "-p", str(folder), "-c", str(folder / "nginx.conf")],
                               stderr=(folder / "error.log").open("wb"))  # fmt: skip
    time.sleep(0.5)
    assert process.poll() is None, (folder / "error.log").read_text("utf-8")
    try:
        yield
    finally:
        process.terminate()
        process.wait(timeout=10)
