"""Shelves of tests: a folder, and object storage of a server on this machine."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from faheng.store.shelf import Shelf
from faheng.store.snapshots import published

FOLDER, OBJECTS = "folder", "s3"
MISSING = "the package fsspec is not installed (faheng[cluster])"


@pytest.fixture(scope="module")
def objects() -> Iterator[str]:
    """A server of object storage on this machine."""
    fsspec = pytest.importorskip("fsspec", reason=MISSING)
    pytest.importorskip("s3fs", reason="the package s3fs is not installed (faheng[cluster])")
    server_of = pytest.importorskip("moto.server", reason="the package moto[server,s3] is not installed")
    server = server_of.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    keys = {"AWS_ACCESS_KEY_ID": "x", "AWS_SECRET_ACCESS_KEY": "y", "AWS_DEFAULT_REGION": "us-east-1"}
    was = dict(os.environ)
    os.environ.update(keys, AWS_ENDPOINT_URL=f"http://{host}:{port}")
    fsspec.filesystem("s3").mkdir("shelves")
    yield "s3://shelves"
    # The next server has another port, and nothing of what lies in this one.
    fsspec.get_filesystem_class("s3").clear_instance_cache()
    httpx.post(f"http://{host}:{port}/moto-api/reset").raise_for_status()
    server.stop()
    os.environ.clear()
    os.environ.update(was)


@pytest.fixture(params=[FOLDER, OBJECTS])
def shelf(request: pytest.FixtureRequest, tmp_path: Path) -> Shelf:
    """An empty shelf of a kind."""
    pytest.importorskip("fsspec", reason=MISSING)
    if request.param == FOLDER:
        return Shelf(f"file://{tmp_path}/shelf")
    return Shelf(f"{request.getfixturevalue('objects')}/{tmp_path.name}")


@pytest.fixture
def snapshot(shipped_folder: Path, tmp_path: Path) -> Path:
    """The snapshot of the shipped data, in a store of its own."""
    return published(shutil.copytree(shipped_folder, tmp_path / "own"))
