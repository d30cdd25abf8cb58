"""Nobody without the role imports, reviews, publishes or restores: by what a program sends to a real server.

By a page, a forged address, a message of another's session, a session whose person lost the role, and by the server's
own address for uploads. What a session may send is what a browser sends (streamed.py); the provider is real as well.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest
from own_reports import text_of
from signing import Office, office_of
from streamed import Session, Visitor, clicked
from streamlit.proto.BackMsg_pb2 import BackMsg

from faheng.intake.intake import Intake
from faheng.store import snapshots
from faheng.ui.uploads import READER_MEGABYTES

REPORT = text_of("630102", 2019).encode()
# The provider is made of parts that are about to be replaced.
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
# What an editor or a publisher sees of each page, by the key of a widget.
WORK = {"intake": "fh-intake-files", "review": "fh-review-rest", "publish": "fh-publish-preview"}


@pytest.fixture(scope="module")
def office(shipped_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with office_of(shipped_folder, tmp_path_factory.mktemp("office")) as opened:
        yield opened


@pytest.fixture(autouse=True)
def nobody_is_listed(office: Office) -> None:
    office.may("")


def held(office: Office) -> tuple[int, list[str], list[str]]:
    """How many events, which documents and which snapshots the store has."""
    opened = Intake.open(office.store) if (office.store / "ledger.sqlite").exists() else None
    events = opened.ledger.position if opened else 0
    documents = sorted(each.name for each in (office.store / "documents").rglob("*") if each.is_file())
    return events, documents, [each.name for each in snapshots.snapshots(office.store)]


def with_file(page: str, message: BackMsg, uploader: str, file: str) -> BackMsg:
    """The message, saying besides that this uploader holds this file."""
    state = message.rerun_script.widget_states.widgets.add()
    state.id = uploader
    info = state.file_uploader_state_value.uploaded_file_info.add()
    info.file_id, info.name, info.size = file, "a.txt", len(REPORT)
    info.file_urls.file_id = file
    message.rerun_script.page_name = page
    return message


def uploads(session: Session, uploader: str, status: int = 204) -> str:
    """Send a report to the server's address for uploads, and tell the page's uploader of it."""
    assert session.visitor.upload(session.id, "f1", REPORT) == status
    return session.send(with_file("intake", BackMsg(), uploader, "f1"))


def begins(session: Session, uploader: str, button: str) -> str:
    """Begin the import of what was sent."""
    return session.send(with_file("intake", clicked("intake", button), uploader, "f1"))


@pytest.mark.parametrize(
    ("subject", "listed", "pages"),
    [
        ("", "", ()),
        ("u-editor", "", ("intake", "review")),
        ("u-publisher", "", ("intake", "review", "publish")),
        ("u-listed", "Wang@example.gov.cn editor", ("intake", "review")),
        ("u-listed", "u-listed publisher", ("intake", "review", "publish")),
        ("u-publisher", "u-publisher viewer", ()),
    ],
)
def test_who_sees_which_work(office: Office, subject: str, listed: str, pages: tuple[str, ...]) -> None:
    office.may(listed)
    with office.session(subject) as session:
        shown = [page for page in WORK if session.open(page) and session.has(WORK[page])]

    assert list(pages) == shown


def test_an_editor_imports_and_the_ledger_knows_who(office: Office) -> None:
    """What the refusals below are held against: by a role, the same messages do their work."""
    with office.session("u-editor", "intake") as session:
        uploader, button = session.widget("fh-intake-files"), session.widget("fh-intake-start")
        uploads(session, uploader)
        begins(session, uploader, button)
        until_imported(office, 1)
        events, documents, _ = held(office)

    assert 1 == events == len(documents)
    assert ["李四"] == [each.who for each in Intake.open(office.store).ledger.events()]


def until_imported(office: Office, events: int) -> None:
    end = time.monotonic() + 20
    while held(office)[0] < events and time.monotonic() < end:
        time.sleep(0.1)


@pytest.fixture(scope="module")
def widgets(office: Office) -> dict[str, str]:
    """Key -> id of what a publisher clicks, on each page: an id is the same in every session."""
    found: dict[str, str] = {}
    office.may("")
    with office.session("u-publisher") as session:
        for page, keys in {
            "intake": ("fh-intake-files", "fh-intake-start", "fh-intake-start-folder"),
            "review": ("fh-review-rest",),
            "publish": ("fh-publish-preview", "fh-history-restore"),
        }.items():
            session.open(page)
            found |= {key: session.widget(key) for key in keys}
    return found


@pytest.mark.parametrize("subject", ["", "u-viewer"])
def test_messages_of_an_editor_do_nothing_for_others(office: Office, widgets: dict[str, str], subject: str) -> None:
    """Every click that an editor's or a publisher's browser sends, and a report sent to the address for uploads."""
    before = held(office)
    with office.session(subject, "intake") as session:
        uploads(session, widgets["fh-intake-files"], 403)
        begins(session, widgets["fh-intake-files"], widgets["fh-intake-start"])
        for page, key in (("intake", "fh-intake-start-folder"), ("review", "fh-review-rest"),
                          ("publish", "fh-publish-preview"), ("publish", "fh-history-restore")):  # fmt: skip
            session.click(page, widgets[key])
            assert not any(map(session.has, WORK.values()))
    time.sleep(0.5)

    assert before == held(office)


def head_alone(visitor: Visitor, session: str, megabytes: int) -> int:
    """Begin to send a file of so many megabytes and send none of it; the status of the answer."""
    connection = HTTPConnection(visitor.served.name, visitor.served.port, timeout=10)
    connection.putrequest("PUT", f"/_stcore/upload_file/{session}/f1")
    for name, value in (("Content-Type", "multipart/form-data; boundary=b"), ("Content-Length", megabytes << 20),
                        ("X-Xsrftoken", visitor.cookie("_streamlit_xsrf"))):  # fmt: skip
        connection.putheader(name, str(value))
    connection.endheaders()
    status = connection.getresponse().status
    connection.close()
    return status


def test_a_file_that_may_not_be_sent_is_refused_before_it_is_read(office: Office) -> None:
    """From a page without a field for files, a session that is none, and more than a reader may have here."""
    with office.person() as reader, reader.session() as session:
        session.open("intake")
        assert 403 == head_alone(reader, session.id, 1)
        assert 403 == head_alone(reader, "none", 1)
        session.open("checks", "of=draft")
        assert 413 == head_alone(reader, session.id, READER_MEGABYTES + 1)
        assert 204 == reader.upload(session.id, "f1", REPORT)
        session.open("overview")
        assert 403 == head_alone(reader, session.id, 1)


@pytest.mark.parametrize("query", ["role=publisher&roles=publisher&user=u-publisher", "report=x&as=editor", "edit=1"])
@pytest.mark.parametrize("page", WORK)
def test_an_address_gives_no_rights(office: Office, page: str, query: str) -> None:
    with office.session() as session:
        session.open(page, query)

        assert not session.has(WORK[page])
        assert not session.has("fh-settle-save")


def test_a_role_that_was_taken_away_ends_in_the_open_session(office: Office) -> None:
    """The pages are drawn, the uploads sent; then the role goes, and the next click is refused and logged."""
    office.may("u-listed publisher")
    before = held(office)
    with office.session("u-listed") as session:
        clicks = {}
        for page, key in {"intake": "fh-intake-start", "publish": "fh-history-restore"}.items():
            session.open(page)
            clicks[page] = session.widget(key)
        session.open("intake")
        uploader = session.widget("fh-intake-files")
        uploads(session, uploader)
        office.may("u-listed none")
        begins(session, uploader, clicks["intake"])
        assert not session.has("fh-intake-files")
        office.may("u-listed publisher")
        session.open("publish")
        office.may("u-listed editor")
        session.click("publish", clicks["publish"])
        assert not session.has("fh-history-restore")

    assert before == held(office)
    assert "王五 (none) may not import reports: editor needed" in office.refusals()
    assert "王五 (editor) may not show an earlier version again: publisher needed" in office.refusals()


def test_the_session_of_another_cannot_be_taken_over(office: Office) -> None:
    """By its id, which is in the address of an upload: while it is open, after it is closed, after a sign-out."""
    with office.person("u-publisher") as owner, office.person("u-viewer") as thief, office.person() as stranger:
        with owner.session() as own:
            own.open("publish")
            for other in (thief, stranger):
                with other.session(resumed=own.id) as taken:
                    taken.open("publish")
                    assert own.id != taken.id
                    assert not taken.has("fh-publish-preview")
        with stranger.session(resumed=own.id) as taken:
            taken.open("publish")
            assert own.id != taken.id


def test_a_sign_out_ends_every_tab_of_that_sign_in(office: Office) -> None:
    with office.person("u-editor") as editor, editor.session() as one, editor.session() as other:
        one.open("intake")
        other.open("intake")
        one.click("intake", one.widget("fh-sign-out"))
        other.open("review")
        assert not other.has("fh-review-rest")
        with editor.session() as later:  # a browser that kept the cookie
            later.open("intake")
            assert not later.has("fh-intake-files")
