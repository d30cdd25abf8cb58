"""Who may do what: the file of roles, the claim of the provider, and how long a sign-in counts."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from faheng.errors import BadSetting
from faheng.ui.roles import CLAIM, HOURS, ROLES, UserRole, person_of


def claims(**more: object) -> dict[str, object]:
    return {"sub": "u1", "name": "张三", "email": "zhang@example.gov.cn", "iat": time.time(), **more}


@pytest.fixture
def roles(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of roles, still empty."""
    path = tmp_path / "roles.txt"
    path.write_text("", encoding="utf-8")
    monkeypatch.setenv(ROLES, str(path))
    return path


def test_a_role_holds_those_before_it() -> None:
    assert [True, True, True, True] == [UserRole.PUBLISHER.allows(each) for each in UserRole]
    assert [True, True, True, False] == [UserRole.EDITOR.allows(each) for each in UserRole]
    assert [True, True, False, False] == [UserRole.VIEWER.allows(each) for each in UserRole]


@pytest.mark.parametrize(
    ("told", "role"),
    [
        ({}, UserRole.VIEWER),
        ({"roles": ["editor"]}, UserRole.EDITOR),
        ({"roles": ["faheng-publisher", "offline_access"]}, UserRole.PUBLISHER),
        ({"roles": "viewer editor"}, UserRole.EDITOR),
        ({"roles": {"editor": True}}, UserRole.VIEWER),
        ({"roles": ["administrator", 7, None]}, UserRole.VIEWER),
        ({"roles": ["publisher"], "iat": time.time() - 9 * 3600}, UserRole.VIEWER),
        ({"roles": ["publisher"], "iat": None}, UserRole.VIEWER),
        ({"roles": ["publisher"], "iat": "now"}, UserRole.VIEWER),
    ],
)
def test_the_claim_gives_a_role_while_it_is_fresh(told: dict[str, object], role: UserRole) -> None:
    assert role == person_of(claims(**told)).role


def test_another_claim_and_other_hours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CLAIM, "resource_access.faheng.roles")
    told = {"resource_access": {"faheng": {"roles": ["editor"]}}, "iat": time.time() - 9 * 3600}
    assert UserRole.VIEWER == person_of(claims(**told)).role

    monkeypatch.setenv(HOURS, "12")
    assert UserRole.EDITOR == person_of(claims(**told)).role


def test_the_file_goes_before_the_claim_and_takes_roles_away(roles: Path) -> None:
    """By subject or email, in any case of letters; at once."""
    asking = claims(roles=["publisher"])
    assert UserRole.PUBLISHER == person_of(asking).role

    roles.write_text("# who\nZhang@example.gov.cn editor  # until spring\n", encoding="utf-8")
    assert UserRole.EDITOR == person_of(asking).role

    roles.write_text("u1 none\n", encoding="utf-8")
    assert UserRole.NONE == person_of(asking).role


def test_an_email_that_nobody_verified_names_nobody(roles: Path) -> None:
    """Anybody can write any address into a profile."""
    roles.write_text("zhang@example.gov.cn publisher\n", encoding="utf-8")

    assert UserRole.VIEWER == person_of(claims(email_verified=False)).role
    assert UserRole.PUBLISHER == person_of(claims(email_verified=True)).role


@pytest.mark.parametrize("line", ["u1", "u1 king", "u1 editor publisher", "\ufffd\x00 x y"])
def test_a_faulty_file_gives_no_rights(roles: Path, line: str) -> None:
    roles.write_text(f"u1 publisher\n{line}\n", encoding="utf-8")

    with pytest.raises(BadSetting, match="line 2"):
        person_of(claims(roles=["publisher"]))


def test_a_file_that_is_gone_gives_no_rights(roles: Path) -> None:
    roles.unlink()

    with pytest.raises(BadSetting, match="cannot be read"):
        person_of(claims(roles=["publisher"]))


@pytest.mark.parametrize("hours", ["0", "-1", "x", "1.5", "²"])
def test_wrong_hours_are_said(hours: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOURS, hours)

    with pytest.raises(BadSetting, match=HOURS):
        person_of(claims())
