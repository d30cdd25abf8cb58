"""A session over the WebSocket as any program may have it: it sends what a browser would send, or what it must not."""

from __future__ import annotations

import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.cookies import SimpleCookie

import httpx
from served import Served
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect

SECONDS = 30


@dataclass
class Visitor:
    """Somebody with a browser's cookies, at the server's address."""

    served: Served
    client: httpx.Client
    secured: bool = False

    @property
    def origin(self) -> str:
        return f"http{'s' * self.secured}://{self.served.name}:{self.served.port}"

    def cookie(self, name: str) -> str:
        return self.client.cookies.get(name, domain=self.served.name) or ""

    def sign_in(self, way: str, subject: str) -> None:
        """Follow the address that the button gave, and be this person at the provider."""
        form = self.client.get(f"{self.origin}{way}")
        answer = self.client.post(form.url, data={"sub": subject})
        assert answer.status_code == httpx.codes.OK, answer.text

    @contextmanager
    def session(self, resumed: str = "") -> Iterator[Session]:
        """A session of this visitor; resumed: the id of an earlier one that it asks to go on with."""
        self.client.get(f"{self.origin}/_stcore/health")
        told = SimpleCookie({each.name: each.value or "" for each in self.client.cookies.jar})
        # The names under which a browser's script hands on what protects against other sites, and the old session.
        asked = ["streamlit", self.cookie("_streamlit_xsrf") or "none", *([resumed] if resumed else [])]
        with connect(
            f"{self.origin.replace('http', 'ws')}/_stcore/stream",
            origin=self.origin,  # type: ignore[arg-type]
            subprotocols=asked,  # type: ignore[arg-type]
            additional_headers={"Cookie": "; ".join(f"{name}={one.coded_value}" for name, one in told.items())},
            max_size=None,
            ssl=unverified() if self.secured else None,
        ) as stream:
            yield Session(self, stream)

    def upload(self, session: str, file: str, data: bytes) -> int:
        """Send a file straight to the server's own address for uploads; the status of the answer."""
        token = self.cookie("_streamlit_xsrf")
        where = f"{self.origin}/_stcore/upload_file/{session}/{file}"
        return self.client.put(where, files={"file": ("a.txt", data)}, headers={"X-Xsrftoken": token}).status_code


@contextmanager
def visitor(served: Served, *, secured: bool = False) -> Iterator[Visitor]:
    """secured: over TLS, whosever certificate it is."""
    with httpx.Client(follow_redirects=True, timeout=SECONDS, verify=not secured) as client:
        yield Visitor(served, client, secured)


def unverified() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context


@dataclass
class Session:
    """One session. id: the server's; said: everything that the last run drew, as text."""

    visitor: Visitor
    stream: ClientConnection
    id: str = ""
    said: str = ""
    drawn: list[ForwardMsg] = field(default_factory=list)

    def send(self, message: BackMsg | bytes) -> str:
        """Send a message and wait until the run that it causes has ended; what that drew, as text."""
        self.stream.send(message if isinstance(message, bytes) else message.SerializeToString())
        self.drawn = []
        while True:
            told = ForwardMsg.FromString(self.stream.recv(timeout=SECONDS))  # type: ignore[arg-type]
            self.drawn.append(told)
            if told.WhichOneof("type") == "new_session":
                self.id = told.new_session.initialize.session_id or self.id
            if told.WhichOneof("type") in {"script_finished", "auth_redirect"}:
                break
        self.said = " ".join(str(each) for each in self.drawn)
        return self.said

    def open(self, page: str, query: str = "") -> str:
        """Open a page as its link does."""
        message = BackMsg()
        message.rerun_script.page_name, message.rerun_script.query_string = page, query
        message.rerun_script.context_info.locale = "zh-CN"
        # A server that has run no page yet asks the browser to open it again.
        said = self.send(message)
        return self.send(message) if "location.reload()" in said else said

    def widget(self, key: str) -> str:
        """The id of a widget that was drawn, by its key; fails where it was not."""
        found = re.search(rf'"(\$\$ID-[^"]*-{re.escape(key)})"', self.said)
        assert found, f"no widget {key} among {re.findall(r'[$][$]ID-[^ ]*', self.said)}"
        return found[1]

    def has(self, key: str) -> bool:
        return re.search(rf'"\$\$ID-[^"]*-{re.escape(key)}"', self.said) is not None

    def click(self, page: str, widget: str) -> str:
        """Click a button, by its id, whether or not it was drawn for this session."""
        return self.send(clicked(page, widget))

    @property
    def way(self) -> str:
        """Where the server sends the browser to."""
        return next(each.auth_redirect.url for each in self.drawn if each.WhichOneof("type") == "auth_redirect")


def clicked(page: str, widget: str) -> BackMsg:
    """The message of a click."""
    message = BackMsg()
    message.rerun_script.page_name = page
    message.rerun_script.context_info.locale = "zh-CN"
    state = message.rerun_script.widget_states.widgets.add()
    state.id, state.trigger_value = widget, True
    return message
