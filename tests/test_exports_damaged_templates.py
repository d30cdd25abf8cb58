"""A damaged template: refused with one sentence, or slides that open; never a traceback, a long wait or a torn file."""

from __future__ import annotations

import io
import time
import warnings

import pytest
from briefings import briefing, count_view
from chart_rows import ZH
from click.testing import CliRunner
from damaged import share
from damaged_templates import crowded, damaged_template, packed, unpacked, whole
from lxml import etree
from pptx import Presentation

from faheng.commands.export import export
from faheng.errors import UnreadableFile
from faheng.exports.slides.file import pptx_bytes
from faheng.exports.slides.template import MOST_SHAPES, Template, require_sound
from faheng.exports.slides.trial import require_usable

pytestmark = pytest.mark.stress
NUMBERS = share(500, 60)
MADE = briefing(count_view())
PLAIN = b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"


def made_with(content: bytes) -> str | bytes:
    """What is said against the template, or the file that is made with it. Anything but UnreadableFile fails."""
    try:
        return pptx_bytes(MADE, ZH, Template("office.pptx", content))
    except UnreadableFile as fault:
        return str(fault)


@pytest.mark.parametrize("number", NUMBERS)
def test_a_damaged_template_is_one_sentence_or_slides_that_open(number: int) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)  # of the generator, which writes names twice
        content = damaged_template(number)
    began = time.monotonic()
    made = made_with(content)

    assert time.monotonic() - began < 60
    if isinstance(made, str):
        assert made.startswith("office.pptx: it")
        assert made.isprintable()
        assert len(made) < 300
        return
    require_sound(Template("made.pptx", made))
    assert 3 <= len(Presentation(io.BytesIO(made)).slides)
    assert all(etree.fromstring(part).tag for name, part in unpacked(made).items() if name.endswith((".xml", ".rels")))


def test_undamaged_templates_are_taken() -> None:
    for content in whole():
        require_usable(Template("office.pptx", content))


@pytest.mark.parametrize(
    "kind",
    [
        "application/vnd.openxmlformats-officedocument.presentationml.template.main+xml",
        "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
        "application/vnd.ms-powerpoint.template.macroEnabled.main+xml",
    ],
)
def test_templates_and_files_with_macros_become_plain_presentations(kind: str) -> None:
    """A .potx was refused, though the message named it; of a .pptm came a .pptx that says it holds macros."""
    parts = unpacked(whole()[0])
    types, rels = "[Content_Types].xml", "ppt/_rels/presentation.xml.rels"
    macros = b'<Relationship Id="rId99" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject"'
    content = packed(parts | {
        types: parts[types].replace(PLAIN, kind.encode()),
        rels: parts[rels].replace(b"</Relationships>", macros + b' Target="vbaProject.bin"/></Relationships>'),
        "ppt/vbaProject.bin": b"macros",
    })  # fmt: skip
    require_usable(Template("office.potx", content))

    made = pptx_bytes(MADE, ZH, Template("office.potx", content))
    assert PLAIN in unpacked(made)[types]
    assert "ppt/vbaProject.bin" not in unpacked(made)
    require_sound(Template("made.pptx", made))


def test_some_damage_does_no_harm_and_most_is_noticed() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        made = [made_with(damaged_template(number)) for number in NUMBERS[:30]]

    assert 2 < sum(isinstance(each, bytes) for each in made) < len(made) / 2


@pytest.mark.parametrize("shapes", [MOST_SHAPES, 50_000, 2_000_000])
def test_a_layout_of_countless_shapes_is_refused_at_once(shapes: int) -> None:
    """Of two million shapes the file has 600 kB, and slides took 138 seconds."""
    content = crowded(shapes)
    began = time.monotonic()
    with pytest.raises(UnreadableFile, match=r"holds more than 300 shapes|too large for a template"):
        require_usable(Template("office.pptx", content))

    assert time.monotonic() - began < 20


def changed(name: str, old: bytes, new: bytes) -> bytes:
    parts = unpacked(whole()[0])
    assert old in parts[name]
    return packed(parts | {name: parts[name].replace(old, new)})


def without(name: str) -> bytes:
    return packed({each: part for each, part in unpacked(whole()[0]).items() if each != name})


def leading_back() -> bytes:
    """A layout that leads to the example slide, which so stays in the package when it is taken out of the order."""
    parts = unpacked(whole()[1])
    rels = "ppt/slideLayouts/_rels/slideLayout1.xml.rels"
    office = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    lead = b'<Relationship Id="rId9" Type="' + office + b'/slide" Target="../slides/slide1.xml"/>'
    return packed(parts | {rels: parts[rels].replace(b"</Relationships>", lead + b"</Relationships>")})


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (whole()[0][:-300], "it is no PowerPoint file (.pptx, .potx); save it as .pptx or .potx again"),
        (without("ppt/theme/theme1.xml"), "it lacks the part ppt/theme/theme1.xml; save it in PowerPoint again"),
        (changed("ppt/presentation.xml", b"</p:presentation>", b""), "its part ppt/presentation.xml is damaged"),
        (changed("ppt/presentation.xml", b"<p:pres", b"<!DOCTYPE p><p:pres"), "declares a type of document"),
        (changed("ppt/presentation.xml", b'cy="', b'cy="-'), "its layouts"),
        (leading_back(), "its layouts lead to its slides; delete the slides in PowerPoint first"),
        (packed({f"{n}.xml": b"<a/>" for n in range(4000)}), "it is too large for a template"),
        (packed(unpacked(whole()[0]) | {"ppt/media/a.bin": bytes(201 << 20)}), "it is too large for a template"),
    ],
    ids=["cut", "part", "torn", "doctype", "negative", "lead", "many", "bomb"],
)  # fmt: skip
def test_the_sentence_says_what_is_wrong(content: bytes, said: str) -> None:
    with pytest.raises(UnreadableFile) as fault:
        require_usable(Template("office.pptx", content))

    assert str(fault.value).startswith("office.pptx: ")
    assert said in str(fault.value)


def test_the_command_writes_nothing_with_a_damaged_template(tmp_path, shipped_folder, monkeypatch) -> None:
    monkeypatch.setenv("FAHENG_STORE", str(shipped_folder))
    (tmp_path / "office.pptx").write_bytes(without("ppt/slideLayouts/slideLayout6.xml"))
    ended = CliRunner().invoke(
        export, ["pptx", "--place", "630102", "--template", str(tmp_path / "office.pptx"), str(tmp_path / "out.pptx")]
    )

    assert isinstance(ended.exception, UnreadableFile)
    assert ["office.pptx"] == [path.name for path in tmp_path.iterdir()]
