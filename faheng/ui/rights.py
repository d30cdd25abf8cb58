"""Who the running page's reader is, and whether what was asked for is allowed: asked on the server at every action.

On this machine alone everybody edits: the server listens to 127.0.0.1, goes by no other name, and has no provider of
sign-in. Anywhere else reading is open, and editing needs a person whom an OpenID Connect provider names (st.login) and
a role.
"""

from __future__ import annotations

import getpass
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from functools import wraps
from typing import Any, Concatenate, ParamSpec

import streamlit as st

from faheng import log
from faheng.errors import BadSetting, NotAllowed
from faheng.ui.markup import rendered
from faheng.ui.outside import literal, seen
from faheng.ui.requests import take_request
from faheng.ui.roles import Person, UserRole, person_of
from faheng.words.catalogue import Words

Given = ParamSpec("Given")
__all__ = ["allowed", "editing_is_open", "may", "person", "require", "shown_rights"]

LOOPBACK = {"127.0.0.1", "localhost", "::1"}
# What a proxy adds: then the reader is not at this machine.
FORWARDED = ("X-Forwarded-For", "X-Real-Ip", "Forwarded", "X-Forwarded-Host")
_NAME = "faheng.editor"
LONGEST_NAME = 60
# Sign-ins that ended here, by person and time: Streamlit ends the tab in which somebody signs out, not the others.
_ended: set[tuple[object, object]] = set()


def editing_is_open() -> bool:
    """Whether the server can be reached from this machine alone, and asks nobody who he is."""
    if has_provider():
        return False
    address, hosts = st.get_option("server.address"), st.get_option("server.allowedHosts")
    names = {str(each).lower() for each in hosts}
    headers = st.context.headers
    return address in LOOPBACK and bool(names) and names <= LOOPBACK and not any(each in headers for each in FORWARDED)


def person() -> Person:
    """Who asks, by what holds at this moment."""
    if editing_is_open():
        return Person(st.session_state.get(_NAME) or system_user(), UserRole.PUBLISHER)
    claims = claims_now()
    if not claims.get("is_logged_in") or sign_in_of(claims) in _ended:
        return Person("", UserRole.VIEWER)
    try:
        return person_of(claims)
    except BadSetting as fault:
        log.tell("trouble", str(fault))
        return Person("", UserRole.VIEWER, signed_in=True)


def claims_now() -> Mapping[str, Any]:
    """What the provider says of the reader; nothing where no provider is set up or nobody signed in."""
    return st.user.to_dict()


def sign_in_of(claims: Mapping[str, Any]) -> tuple[object, object]:
    """What tells one sign-in from all others: who, and when."""
    return claims.get("sub"), claims.get("iat")


def _sign_out() -> None:
    """End the sign-in: here, in the other tabs of the same browser, and at the provider."""
    _ended.add(sign_in_of(claims_now()))
    st.logout()


def system_user() -> str:
    """The user of the system by whom the server runs."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):  # a container may run by a number without a name
        return "local"


def may(role: UserRole) -> bool:
    """Whether the reader may do what needs the role; for what is shown, never instead of require()."""
    return person().role.allows(role)


def require(role: UserRole, action: str) -> Person:
    """The reader, who may do what needs the role. Raises NotAllowed, and the log of the server says who wanted what."""
    asking = person()
    if not asking.role.allows(role):
        who = seen(asking.name) or "somebody who is not signed in"
        at = datetime.now(UTC).isoformat(timespec="seconds")
        said = f"{at} refused: {who} ({asking.role}) may not {action}: {role} needed"
        log.tell("refused", said, who=who, action=action)
        raise NotAllowed(asking.name, action)
    return asking


def allowed(role: UserRole, action: str) -> Callable[[Callable[Concatenate[str, Given], None]], Callable[Given, None]]:
    """For the callback of a widget: it runs only for a reader who has the role, and is told by whose name.

    The refusal stands in the log; the page that is drawn next says what is needed (shown_rights).
    """

    def held(callback: Callable[Concatenate[str, Given], None]) -> Callable[Given, None]:
        @wraps(callback)
        def guarded(*arguments: Given.args, **named: Given.kwargs) -> None:
            take_request()
            try:
                who = require(role, action).name
            except NotAllowed:
                return
            callback(who, *arguments, **named)

        return guarded

    return held


def shown_rights(role: UserRole, say: Words) -> bool:
    """Whether the page may be used; where not, say what it needs and offer the way in. Who works is shown on top."""
    asking = person()
    if asking.role.allows(role):
        _who(asking, say)
        return True
    if asking.signed_in:
        name = asking.name or say("Signed in")
        st.warning(literal(say("{name}: this needs the role {role}. Ask whoever looks after Faheng.",
                               name=name, role=role_text(role, say))))  # fmt: skip
        st.button(say("Sign out"), key="fh-sign-out", on_click=_sign_out)
    elif has_provider():
        st.info(literal(say("Reading is open to all. To import, review or publish, sign in.")))
        st.button(say("Sign in"), key="fh-sign-in", type="primary", on_click=st.login)
    else:
        st.info(literal(say(
            "Here reading is open to all and editing is closed: no sign-in is set up. README says how, under "
            "“Who may edit”; on the machine itself, “faheng serve” without further options is open."
        )))  # fmt: skip
    return False


def _who(asking: Person, say: Words) -> None:
    """The name under which decisions are noted: typed once on this machine, else the provider's."""
    with st.container(horizontal=True, key="fh-who", vertical_alignment="center"):
        if asking.signed_in:
            st.html(rendered("note", note=say("{name} ({role})", name=asking.name, role=role_text(asking.role, say))))
            st.button(say("Sign out"), key="fh-sign-out", type="tertiary", on_click=_sign_out)
            return
        st.html(rendered("note", note=say("Decisions are noted under the name {name}.", name=asking.name)))
        with st.popover(say("Another name"), type="tertiary"):
            st.text_input(say("Your name"), key="fh-who-name", max_chars=LONGEST_NAME, on_change=_take_name)


def _take_name() -> None:
    st.session_state[_NAME] = seen(st.session_state["fh-who-name"]).strip()


def has_provider() -> bool:
    """Whether somebody could sign in here."""
    return "is_logged_in" in st.user.to_dict()


def role_text(role: UserRole, say: Words) -> str:
    """The role in words."""
    return {
        UserRole.NONE: say("no role"), UserRole.VIEWER: say("viewer"), UserRole.EDITOR: say("editor"),
        UserRole.PUBLISHER: say("publisher"),
    }[role]  # fmt: skip
