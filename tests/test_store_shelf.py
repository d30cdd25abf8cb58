"""A shelf of snapshots, a folder or object storage: nothing is seen before it is whole, nobody is overwritten."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import duckdb
import pytest
from conftest import small_dataset
from intakes import one
from own_reports import text_file

from faheng.errors import BadSetting, ShelfOvertaken, ShelfUnavailable
from faheng.intake import publish as publishing
from faheng.intake.history import show_again
from faheng.intake.intake import Intake
from faheng.intake.publish import publish
from faheng.store.read import Reader
from faheng.store.shelf import SETTING, Shelf
from faheng.store.snapshots import published


def test_what_is_put_is_fetched_by_another_machine(shelf: Shelf, snapshot: Path, tmp_path: Path) -> None:
    """Whole, once; a reader of the other store moves to it by itself."""
    assert shelf.published() is None
    assert shelf.fetch(tmp_path / "other") is None
    said = shelf.put(snapshot)
    assert said == shelf.published()

    fetched = shelf.fetch(tmp_path / "other")
    assert fetched is not None
    assert snapshot.read_bytes() == fetched.read_bytes()
    assert fetched == Reader(tmp_path / "other").snapshot().path
    assert shelf.fetch(tmp_path / "other") is None
    assert ["current", fetched.name] == sorted(each.name for each in (tmp_path / "other").iterdir())


def test_of_two_publishers_the_second_is_told(shelf: Shelf, snapshot: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both looked before either had published: the storage itself takes only one."""
    monkeypatch.setattr(shelf, "_places", lambda: [])
    shelf.put(snapshot)
    with pytest.raises(ShelfOvertaken, match="somebody else has published meanwhile"):
        shelf.put(snapshot)


def test_a_copy_that_came_over_damaged_is_not_shown(shelf: Shelf, snapshot: Path, tmp_path: Path) -> None:
    """One sentence; the store is as it was, and nothing is left of the copy."""
    said = shelf.put(snapshot)
    there = f"{shelf._root}/{said.name}"
    content = bytearray(snapshot.read_bytes())
    content[len(content) // 2] ^= 1
    shelf._files.pipe_file(there, bytes(content))

    with pytest.raises(ShelfUnavailable, match="came over damaged"):
        shelf.fetch(tmp_path / "other")
    assert [] == list((tmp_path / "other").iterdir())


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"name": "../x", "size": 1, "sha256": ""}'])
def test_a_damaged_pointer_is_one_sentence(shelf: Shelf, snapshot: Path, tmp_path: Path, content: bytes) -> None:
    shelf.put(snapshot)
    shelf._files.pipe_file(f"{shelf._root}/published-000000002.json", content)
    with pytest.raises(ShelfUnavailable, match=r"damaged|names"):
        shelf.fetch(tmp_path / "other")


def test_another_file_of_the_same_name_is_not_taken_for_it(shelf: Shelf, snapshot: Path, tmp_path: Path) -> None:
    said = shelf.put(snapshot)
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / said.name).write_bytes(b"x" * said.size)
    with pytest.raises(ShelfUnavailable, match="another snapshot"):
        shelf.fetch(tmp_path / "other")


def test_a_server_that_made_its_own_first_one_follows_the_next_publish(
    shelf: Shelf, snapshot: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Begun before anything lay there, it has another one of the same number: it says so, and may publish itself."""
    monkeypatch.setenv(SETTING, shelf.address)
    own = Path(shutil.copytree(snapshot.parent, tmp_path / "server"))
    with duckdb.connect(snapshot) as store:
        store.execute("update snapshot set published_by = 'another machine'")
    shelf.put(snapshot)

    with pytest.raises(ShelfUnavailable, match=r"another snapshot than the one of that name on it.*publish again"):
        shelf.fetch(own)
    monkeypatch.setattr(publishing, "validated", lambda *_: small_dataset())
    assert "faheng-2.duckdb" == publish(own, "张三").snapshot.name
    assert shelf.fetch(own) is None


def test_two_offices_publish_and_a_third_machine_shows_it(
    shelf: Shelf, snapshot: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """An import of one, published; shown again by the other as it was before; each time the third follows."""
    monkeypatch.setenv(SETTING, shelf.address)
    first, second, third = snapshot.parent, tmp_path / "second", tmp_path / "third"
    shelf.put(snapshot)
    intake = Intake.open(first)
    one(intake, text_file(tmp_path))
    intake.ledger.close()
    made = publish(first, "张三").snapshot
    assert made.name == "faheng-2.duckdb"
    for folder in (second, third):
        shelf.fetch(folder)
        assert made.read_bytes() == published(folder).read_bytes()

    shutil.copy(snapshot, second)
    show_again(second, 1, "李四")
    shelf.fetch(third)
    assert "faheng-1.duckdb" == published(third).name
    assert 3 == json.loads(json.dumps(vars(shelf.published())))["place"]


def test_what_cannot_be_laid_on_the_shelf_is_published_nowhere(
    shelf: Shelf, snapshot: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All machines show the same; the ledger notes no publish."""
    monkeypatch.setenv(SETTING, shelf.address)
    shelf.put(snapshot)
    intake = Intake.open(snapshot.parent)
    one(intake, text_file(tmp_path))
    noted = intake.ledger.position

    def full(*_: object, **__: object) -> None:
        raise OSError("no space left")

    monkeypatch.setattr(Shelf, "_lay", full)
    with pytest.raises(ShelfUnavailable, match="no space left"):
        publish(snapshot.parent, "张三")
    assert snapshot == published(snapshot.parent)
    assert [snapshot] == sorted(snapshot.parent.glob("*.duckdb"))
    assert noted == intake.ledger.position
    intake.ledger.close()


@pytest.mark.parametrize("address", ["nowhere://x/y", ":::"])
def test_an_address_that_is_none_is_named(address: str) -> None:
    with pytest.raises((BadSetting, ShelfUnavailable)):
        Shelf(address)
