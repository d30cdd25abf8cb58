"""Who may do what: the roles, and how a signed-in person's role is found.

The file of FAHENG_ROLES, read anew at each action, says it line by line: an email or the provider's subject, then the
role. Who stands in it has that role, "none" takes every role away. For all others the claim FAHENG_ROLE_CLAIM of the
provider counts, for so many hours after signing in as FAHENG_SESSION_HOURS says, because it is not asked again.
"""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

from faheng.errors import BadSetting

__all__ = ["CLAIM", "HOURS", "ROLES", "Person", "UserRole", "person_of", "role_of"]

ROLES, CLAIM, HOURS = "FAHENG_ROLES", "FAHENG_ROLE_CLAIM", "FAHENG_SESSION_HOURS"
USUAL_CLAIM, USUAL_HOURS = "roles", "8"
_HOUR = 3600
# A role may stand in the claim under the product's name, where one provider serves many.
_PREFIX = "faheng-"


class UserRole(StrEnum):
    """From the least to the most: each may do what those before it may."""

    NONE = "none"
    VIEWER = "viewer"
    EDITOR = "editor"
    PUBLISHER = "publisher"

    def allows(self, needed: UserRole) -> bool:
        """Whether who has this role may do what needs the other."""
        every = list(UserRole)
        return every.index(self) >= every.index(needed)


@dataclass(frozen=True)
class Person:
    """Who asks. name: as the ledger notes it; signed_in: a provider says who it is."""

    name: str
    role: UserRole
    signed_in: bool = False


def person_of(claims: Mapping[str, Any]) -> Person:
    """The person whom the provider's claims name. Raises BadSetting for a faulty file of roles."""
    name = next((str(claims[each]) for each in ("name", "preferred_username", "email", "sub") if claims.get(each)), "")
    return Person(name, role_of(claims), signed_in=True)


def role_of(claims: Mapping[str, Any]) -> UserRole:
    """The role of the person: by the file, else by the claim while it is fresh, else that of a reader."""
    listed = roles_listed()
    for each in names_of(claims):
        if each in listed:
            return listed[each]
    return claimed(claims) if is_fresh(claims) else UserRole.VIEWER


def names_of(claims: Mapping[str, Any]) -> list[str]:
    """By what the file may name the person: the subject, and an email that the provider does not call unverified."""
    email = claims.get("email") if claims.get("email_verified") is not False else None
    return [str(each).lower() for each in (claims.get("sub"), email) if each]


def roles_listed() -> dict[str, UserRole]:
    """Person -> role, as the file says now; nothing where none is set. Raises BadSetting for a file that cannot be read
    or a line that is none: an unreadable list must take rights away, never give them."""
    path = os.environ.get(ROLES, "")
    if not path:
        return {}
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise BadSetting(ROLES, path, f"the file cannot be read ({error})") from error
    found: dict[str, UserRole] = {}
    for number, line in enumerate(lines, 1):
        words = line.partition("#")[0].split()
        if not words:
            continue
        if len(words) != 2 or words[1] not in set(UserRole):  # noqa: PLR2004 (a name and a role)
            raise BadSetting(ROLES, path, f"line {number}: write a person and one of {', '.join(UserRole)}")
        found[words[0].lower()] = UserRole(words[1])
    return found


def claimed(claims: Mapping[str, Any]) -> UserRole:
    """The highest role among the words of the claim; that of a reader where it has none of ours."""
    told: Any = claims
    for part in os.environ.get(CLAIM, USUAL_CLAIM).split("."):
        told = told.get(part) if isinstance(told, Mapping) else None
    words = told.split() if isinstance(told, str) else told if isinstance(told, list) else []
    named = [str(each).removeprefix(_PREFIX) for each in words]
    ours = [each for each in UserRole if each in named]
    return ours[-1] if ours else UserRole.VIEWER


def is_fresh(claims: Mapping[str, Any]) -> bool:
    """Whether the person signed in no longer ago than the setting says; claims without a time are stale."""
    hours = os.environ.get(HOURS, "") or USUAL_HOURS
    if not (hours.isascii() and hours.isdigit() and int(hours) > 0):
        raise BadSetting(HOURS, hours, "write a whole number of hours from 1 up")
    at = claims.get("iat")
    return isinstance(at, int | float) and time.time() - at < int(hours) * _HOUR
