"""Object storage of tests: a server of Amazon's kind on this machine."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

FOLDER, OBJECTS = "folder", "s3"
# A folder, which others may share, and object storage.
PLACES = (FOLDER, OBJECTS)
# Of a test of the intake: where its documents and readings lie.
IN_BOTH = pytest.mark.parametrize("intake", PLACES, indirect=True)


@pytest.fixture(scope="session")
def objects() -> Iterator[str]:
    """The address of an empty bucket; while it is used the settings of this process lead to it."""
    fsspec = pytest.importorskip("fsspec", reason="the package fsspec is not installed (faheng[cluster])")
    pytest.importorskip("s3fs", reason="the package s3fs is not installed (faheng[cluster])")
    pytest.importorskip("upath", reason="the package universal-pathlib is not installed (faheng[cluster])")
    server_of = pytest.importorskip("moto.server", reason="the package moto[server,s3] is not installed")
    server = server_of.ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    keys = {"AWS_ACCESS_KEY_ID": "x", "AWS_SECRET_ACCESS_KEY": "y", "AWS_DEFAULT_REGION": "us-east-1"}
    was = {name: os.environ.get(name) for name in (*keys, "AWS_ENDPOINT_URL")}
    os.environ.update(keys, AWS_ENDPOINT_URL=f"http://{host}:{port}")
    fsspec.filesystem("s3").mkdir("shelves")
    yield "s3://shelves"
    server.stop()
    for name, value in was.items():
        os.environ.pop(name) if value is None else os.environ.update({name: value})
