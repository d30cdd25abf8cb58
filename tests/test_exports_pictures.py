"""Pictures: drawn by an installed Chrome, never with an empty box, and one sentence where they cannot be."""

from __future__ import annotations

import shutil
import tempfile
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import plotly.graph_objects as go
import pytest
from briefings import rate_view
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from faheng.errors import MissingGlyphs, NoBrowser
from faheng.exports import glyphs, pictures

CHROME = any(shutil.which(name) for name in ("chromium", "google-chrome", "chrome", "chromium-browser"))
CHINESE = not glyphs.missing_glyphs(["法衡"])
drawn = pytest.mark.skipif(not (CHROME and CHINESE), reason="needs Chromium and a Chinese font")


@pytest.fixture
def font(tmp_path: Path) -> Path:
    """A font that knows two letters."""
    signs = {ord("A"): "A", ord("法"): "fa"}
    empty = TTGlyphPen(None).glyph()
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "A", "fa"])
    builder.setupCharacterMap(signs)
    builder.setupGlyf(dict.fromkeys([".notdef", "A", "fa"], empty))
    builder.setupHorizontalMetrics(dict.fromkeys([".notdef", "A", "fa"], (500, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupPost()
    builder.save(tmp_path / "two.ttf")
    return tmp_path / "two.ttf"


def test_characters_without_a_glyph_are_named_with_the_package_that_brings_them(font):
    with pytest.raises(MissingGlyphs) as told:
        glyphs.require_glyphs(["A法 衡😀"], (font,))

    assert ["衡", "😀"] == told.value.signs
    assert ["fonts-noto-cjk", "fonts-noto-color-emoji"] == told.value.packages
    assert "apt-get install fonts-noto-cjk fonts-noto-color-emoji" in str(told.value)
    assert "Windows" in str(told.value)
    assert 1 == len(str(told.value).splitlines())


def test_what_the_fonts_hold_is_not_missing(font):
    assert [] == glyphs.missing_glyphs(["A 法\n　"], (font,))


def test_a_damaged_font_draws_nothing(font):
    font.write_bytes(b"no font")

    assert ["A"] == glyphs.missing_glyphs(["A"], (font,))


def test_the_texts_of_a_figure_are_all_that_is_drawn():
    figure = go.Figure(go.Bar(x=["甲"], y=[1], hovertext=["不画"], text=["<b>乙&amp;</b>"]))
    figure.update_layout(title="丙", meta="不画")
    told = "".join(pictures.texts_of(figure))

    assert {"甲", "乙", "&", "丙"} <= set(told)
    assert "不" not in told


def test_a_missing_glyph_is_told_before_a_browser_is_asked(monkeypatch):
    monkeypatch.setattr(glyphs, "installed_fonts", tuple)
    monkeypatch.setattr(pictures, "PictureBrowser", lambda: pytest.fail("the browser was asked"))

    with pytest.raises(MissingGlyphs):
        pictures.picture(go.Figure(layout={"title": "法"}), "png")


def test_without_a_chrome_one_sentence_says_what_to_install(monkeypatch):
    def none():
        raise RuntimeError("Kaleido requires Google Chrome to be installed.\nmore")

    monkeypatch.setattr(pictures, "PictureBrowser", none)
    monkeypatch.setattr(pictures, "_running", None)
    with pytest.raises(NoBrowser, match="apt-get install chromium") as told:
        pictures.picture(go.Figure(), "png")

    assert 1 == len(str(told.value).splitlines())


@drawn
def test_many_who_ask_at_once_get_their_own_picture():
    """Pages are drawn by many threads, and the browser is one."""
    figures = [go.Figure(layout={"title": "ABCDE"[i] * 10, "height": 100 + 50 * i}) for i in range(5)]
    with ThreadPoolExecutor(5) as pool:
        found = list(pool.map(lambda each: pictures.picture(each, "svg").decode(), figures))

    assert all(f">{'ABCDE'[i] * 10}</text>" in svg for i, svg in enumerate(found))


@drawn
@pytest.mark.parametrize(("form", "start"), [("png", b"\x89PNG"), ("svg", b"<svg"), ("pdf", b"%PDF")])
def test_a_picture_is_drawn_in_each_form(form, start):
    content = pictures.picture(rate_view().figure(), form)

    assert content.startswith(start)
    assert len(content) > 5000


def test_a_chrome_that_is_not_there_is_said_and_not_waited_for(monkeypatch):
    """The thread that asks for the browser once ended, and whoever wanted a picture waited for ever."""
    monkeypatch.setattr(pictures, "_running", None)
    monkeypatch.setenv("BROWSER_PATH", "/nonexistent/chrome")

    with pytest.raises(NoBrowser, match="apt-get install chromium"):
        pictures.picture(go.Figure(), "png")


@drawn
def test_after_a_browser_that_was_killed_the_next_picture_starts_another(monkeypatch, tmp_path):
    monkeypatch.setattr(pictures, "_running", None)
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    pictures.picture(go.Figure(), "png")
    pictures._running._kaleido.subprocess.kill()
    pictures._running._kaleido.subprocess.wait()
    with suppress(NoBrowser):
        pictures.picture(go.Figure(), "png")

    assert pictures.picture(go.Figure(), "png").startswith(b"\x89PNG")
    pictures._stop()
    assert [] == list(tmp_path.iterdir())
