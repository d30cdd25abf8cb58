"""Nobody without the role acts: by a page, by a forged click, or after the role was taken away."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from drawn import html, opened, served, text  # noqa: F401 (a fixture)

from faheng.errors import NotAllowed
from faheng.intake.paragraphs import Paragraph
from faheng.intake.state import ReportState
from faheng.model import Span
from faheng.ui import add_zone, intake, publish, review, rights
from faheng.ui.roles import ROLES, UserRole
from faheng.ui.whole_text import around
from faheng.words.catalogue import words

pytestmark = pytest.mark.usefixtures("served", "elsewhere")
ZH = words("zh")


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    """The server is reached by others, and nobody is signed in."""
    monkeypatch.setattr(rights, "editing_is_open", lambda: False)
    signed_in(monkeypatch, {})


def signed_in(monkeypatch: pytest.MonkeyPatch, claims: dict[str, object]) -> None:
    monkeypatch.setattr(rights, "claims_now", lambda: claims)


def person(*roles: str) -> dict[str, object]:
    return {"is_logged_in": True, "sub": "u1", "name": "张三", "iat": time.time(), "roles": list(roles)}


@pytest.mark.parametrize("page", ["intake", "review"])
def test_a_reader_sees_no_work_of_editors(page: str) -> None:
    """No field, no figure that waits: a sentence on what is needed."""
    app = opened(page)

    assert ([], 0) == ([*app.exception], len(app.file_uploader))
    assert "修改已关闭" in app.info[0].value
    assert "待复核 " not in " ".join(map(text, html(app)))


def test_a_reader_sees_the_versions_and_cannot_publish() -> None:
    app = opened("publish")

    assert [] == [*app.exception]
    assert not [each for each in app.button if each.key in {"fh-publish-preview", "fh-history-restore"}]


@pytest.mark.parametrize("claims", [{}, person(), person("viewer"), {**person("publisher"), "iat": 0}])
@pytest.mark.parametrize(
    "act",
    [
        intake._take_uploads,
        intake._take_folder,
        lambda: review._undo([1], ZH),
        lambda: review._accept_rest((), ZH),
        lambda: publish._publish(ZH),
        lambda: publish._show_again(1, ZH),
        lambda: add_zone._add(ReportState("x"), "630102", "", ZH),
    ],
)
def test_a_forged_click_does_nothing_and_is_logged(
    act: object, claims: dict[str, object], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The callbacks ask themselves, whatever the page had shown; what lies behind them is not reached."""
    signed_in(monkeypatch, claims)
    for module in (add_zone, intake, review, publish):
        for name in ("intake_now", "publish_apart", "show_again"):
            if hasattr(module, name):
                monkeypatch.setattr(module, name, lambda *_: pytest.fail("it was reached"))

    act()

    assert "refused" in capsys.readouterr().err


def test_an_editor_publishes_nothing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    signed_in(monkeypatch, person("editor"))

    assert "张三" == rights.require(UserRole.EDITOR, "import").name
    with pytest.raises(NotAllowed):
        rights.require(UserRole.PUBLISHER, "publish")
    assert "refused: 张三 (editor) may not publish: publisher needed" in capsys.readouterr().err


def test_a_role_that_is_taken_away_ends_at_the_next_action(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    listed = tmp_path / "roles.txt"
    listed.write_text("u1 publisher\n", encoding="utf-8")
    monkeypatch.setenv(ROLES, str(listed))
    signed_in(monkeypatch, person())
    assert rights.may(UserRole.PUBLISHER)

    listed.write_text("u1 none\n", encoding="utf-8")

    assert not rights.may(UserRole.VIEWER)


def test_a_faulty_list_of_roles_opens_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ROLES, str(tmp_path / "gone.txt"))
    signed_in(monkeypatch, person("publisher"))

    assert not rights.may(UserRole.EDITOR)


def test_of_a_long_report_the_part_around_the_phrase_is_shown() -> None:
    paragraphs = tuple(Paragraph(10 * n, 10 * n + 9, "", "results", "") for n in range(1000))
    shown = around(paragraphs, Span(9001, 9003))

    assert paragraphs[900] in shown
    assert len(shown) <= 400
