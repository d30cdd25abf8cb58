"""OFD, RTF, and what Word hides: the same report says the same, and what is not printed is not read."""

from __future__ import annotations

import gzip
from email.mime.text import MIMEText
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from report_files import docx, paragraph, pdf, zipped
from shipped_reading import SHIPPED, mentions_in, read_file, read_observations
from table_files import Shown, as_page, as_text, pdf_file, placed, size, word_file
from test_tables import ABOUT

from faheng.errors import UnreadableFile
from faheng.model import Observation
from faheng.reading import flow
from faheng.reading.texts.original import Original

TITLE = "青禾县2023年法治政府建设年度报告\n全年办理法律援助案件347件，同比增长5.2%。"
ROWS = (
    (Shown("指标", rows=2), Shown("办理情况", columns=2)),
    ("2022年", "2023年"),
    ("受理行政复议案件(件)", "98", "118"),
    ("行政机关负责人出庭应诉率(%)", "95.1", "97.2"),
)
_OFD, _MM, _ROW = 'xmlns:ofd="http://www.ofdspec.org/2016"', 4.0, 16


def rtf(title: str, rows: tuple) -> bytes:
    """The report as an RTF file: characters of two bytes, a table of cells by their right edges."""
    lines = "".join(f"{coded(line)}\\par\n" for line in title.split("\n"))
    high, wide = size(rows)
    places = placed(rows)
    table = ""
    for r in range(high):
        cells = [(c, places.get((r, c), Shown(""))) for c in range(wide) if not hidden(places, (r, c))]
        edges = "".join(f"\\cellx{1000 * (c + cell.columns)}" for c, cell in cells)
        table += f"\\trowd{edges}" + "".join(f"\\intbl {coded(cell.text)}\\cell" for _, cell in cells) + "\\row\n"
    secret = "{\\v " + coded("受理999件") + "}{\\deleted " + coded("受理998件") + "}"
    head = "{\\rtf1\\ansi\\ansicpg936{\\fonttbl{\\f0\\fnil\\fcharset134 SimSun;}}{\\info{\\title x}}\\f0 "
    return (head + lines + secret + table + "\\pard " + "\\u29305?\\u27492?" + "\\par}").encode()


def hidden(places: dict, point: tuple[int, int]) -> bool:
    """Whether a cell to the left takes the place too."""
    return any(r == point[0] and c < point[1] < c + cell.columns for (r, c), cell in places.items())


def coded(text: str) -> str:
    """The text as RTF writes it in GBK."""
    return "".join(f"\\'{byte:02x}" for byte in text.encode("gbk"))


def ofd(title: str, rows: tuple) -> bytes:
    """The report as an OFD file: text objects in millimetres, the table ruled by paths."""
    objects = [drawn(line, 20, 20 + 8 * at) for at, line in enumerate(title.split("\n"))]
    for (r, c), cell in placed(rows).items():
        left, top, wide, high = 20 + 50 * c, 50 + _ROW * r, 50 * cell.columns, _ROW * cell.rows
        box = f"M 0 0 L {wide} 0 L {wide} {high} L 0 {high} C"
        objects.append(f'<ofd:PathObject Boundary="{left} {top} {wide} {high}"><ofd:AbbreviatedData>{box}'
                       "</ofd:AbbreviatedData></ofd:PathObject>")  # fmt: skip
        each = 10 * cell.columns
        lines = [cell.text[at : at + each] for at in range(0, len(cell.text), each)]
        objects += [drawn(line, left + 2, top + 3 + 5 * at) for at, line in enumerate(lines)]
    page = f"<ofd:Page {_OFD}><ofd:Content><ofd:Layer>{''.join(objects)}</ofd:Layer></ofd:Content></ofd:Page>"
    listed = '<ofd:Pages><ofd:Page ID="1" BaseLoc="Pages/Page_0/Content.xml"/></ofd:Pages>'
    main = f"<ofd:Document {_OFD}>{listed}</ofd:Document>"
    root = f"<ofd:OFD {_OFD}><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"
    members = {"OFD.xml": root, "Doc_0/Document.xml": main, "Doc_0/Pages/Page_0/Content.xml": page}
    return zipped({name: text.encode() for name, text in members.items()})


def drawn(text: str, x: float, y: float) -> str:
    """A line of text as an object: its characters by their distances."""
    wide = [_MM / 2 if each.isascii() else _MM for each in text]
    deltas = " ".join(map(str, wide[:-1]))
    code = f'<ofd:TextCode X="0" Y="{_MM}" DeltaX="{deltas}">{text}</ofd:TextCode>'
    return f'<ofd:TextObject Boundary="{x} {y} {sum(wide)} {_MM * 1.3}" Size="{_MM}">{code}</ofd:TextObject>'


def page(title: str, rows: tuple) -> str:
    """The report as a web page."""
    lines = "".join(f"<p>{line}</p>" for line in title.split("\n"))
    head = f"<meta charset='utf-8'><title>{title.splitlines()[0]}</title>"
    return f"<html><head>{head}</head><body>{lines}{as_page(rows)}</body></html>"


def web_archive(text: str) -> bytes:
    """A web page as browsers and Word save it in one file."""
    return MIMEText(text, "html", "utf-8").as_bytes()


# The same report as LibreOffice writes it for Word 97, with hidden and struck-out words at its end.
WORD_97 = gzip.decompress((Path(__file__).parent / "specs/formats/table.doc.gz").read_bytes())

FORMS = {
    "report.txt": f"{TITLE}\n{as_text(ROWS)}\n".encode(),
    "report.docx": word_file(TITLE, ROWS),
    "report.pdf": pdf_file(TITLE, ROWS),
    "report.rtf": rtf(TITLE, ROWS),
    "report.ofd": ofd(TITLE, ROWS),
    "report.wps": word_file(TITLE, ROWS),
    "old.wps": WORD_97,
    "report.doc": WORD_97,
    "archive.doc": web_archive(page(TITLE, ROWS)),
    "report.html": page(TITLE, ROWS).encode(),
    "report.mht": web_archive(page(TITLE, ROWS)),
}


def read(folder: Path, name: str, data: bytes) -> tuple[Original, list[Observation]]:
    """The one report of a file, and what is read in it."""
    (folder / name).write_bytes(data)
    (original,) = read_file(folder / name)
    return original, read_observations(original, ABOUT)


@pytest.mark.parametrize("name", FORMS)
def test_a_report_with_a_table_says_the_same_in_every_format(tmp_path: Path, name: str) -> None:
    """Three figures, one of prose with its growth and two of a table; each points at its words."""
    original, found = read(tmp_path, name, FORMS[name])

    expected = {"legal_aid_cases": 347, "reconsideration_accepted": 118, "court_appearance_rate": 97.2}
    assert expected == {one.indicator_id: float(one.value) for one in found}
    assert {"legal_aid_cases": 5.2} == {one.indicator_id: float(one.change) for one in found if one.change}
    for one in found:
        span = one.evidence.span
        assert span is not None
        assert one.evidence.phrase == original.text[span.start : span.end]
        assert one.value_text in one.evidence.phrase


def test_hidden_and_deleted_text_of_an_rtf_file_is_not_read(tmp_path: Path) -> None:
    text = read(tmp_path, "a.rtf", FORMS["report.rtf"])[0].text

    assert "999" not in text
    assert "998" not in text
    assert text.strip().endswith("特此")


def test_hidden_and_struck_out_text_of_an_old_word_file_is_not_read(tmp_path: Path) -> None:
    """Nor are merged cells lost: each stands once, with the rows and columns that it takes."""
    original, _ = read(tmp_path, "a.doc", WORD_97)

    assert original.text.rstrip().endswith("受理特此报告。")
    (table,) = original.tables
    merged = [(original.text[cell.start : cell.end], cell.rows, cell.columns) for cell in table.cells[:2]]
    assert [("指标", 2, 1), ("办理情况", 1, 2)] == merged


def test_an_old_word_file_with_a_table_needs_no_other_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert "118" in read(tmp_path, "a.doc", WORD_97)[0].text


@pytest.mark.parametrize("data", [b"{\\rtf1 " + b"{" * 5_000 + b"x", b"{\\rtf1 {\\v 1}}"])
def test_a_hostile_rtf_file_is_one_sentence(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.rtf").write_bytes(data)

    with pytest.raises(UnreadableFile, match="RTF"):
        read_file(tmp_path / "a.rtf")


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(["report.rtf", "report.ofd", "report.docx", "report.doc", "report.html"]), st.data())
def test_a_damaged_file_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, name: str, data: st.DataObject
) -> None:
    """Bytes changed anywhere: no error but the one that names the file, and offsets that hold."""
    whole = bytearray(FORMS[name])
    for _ in range(data.draw(st.integers(1, 8))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path_factory.mktemp("damaged") / name
    path.write_bytes(bytes(whole))
    try:
        originals = read_file(path)
    except UnreadableFile:
        return
    for original in originals:
        for one in read_observations(original, ABOUT):
            span = one.evidence.span
            assert span is not None
            assert one.evidence.phrase == original.text[span.start : span.end]


CELLS = st.sampled_from(
    [
        "指标",
        "受理行政复议案件(件)",
        "2023年",
        "上年",
        "12",
        "1,2",
        "%",
        "",
        "合计",
        "98%",
        "|",
        "目标",
        "3.5万件",
        "\t",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(CELLS, min_size=1, max_size=5), min_size=1, max_size=6), st.sampled_from(["\t", "|", "    "]))
def test_any_table_is_read_with_exact_offsets(rows: list[list[str]], sign: str) -> None:
    original = Original("case", "附表\n" + "\n".join(sign.join(row) for row in rows), "txt", "")

    for one in read_observations(original, ABOUT):
        span = one.evidence.span
        assert span is not None
        assert one.evidence.phrase == original.text[span.start : span.end]
        assert one.value_text in original.text


def run(text: str, properties: str = "") -> str:
    """A run of a Word file."""
    return f"<w:r><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>"


def test_struck_out_and_hidden_text_of_a_word_file_is_not_read(tmp_path: Path) -> None:
    """Unless the property is switched off."""
    gone = run("98", "<w:strike/>") + run("97", "<w:vanish/>") + run("96", '<w:dstrike w:val="1"/>')
    body = f"<w:p>{run('受理')}{gone}{run('112', '<w:strike w:val=' + chr(34) + '0' + chr(34) + '/>')}{run('件')}</w:p>"

    assert "受理112件" == read_file_of(tmp_path, docx(body))


def test_a_formula_of_a_word_file_is_one_line(tmp_path: Path) -> None:
    name = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    part = "<m:r><m:t>{}</m:t></m:r>"
    formula = (
        f"<m:oMath {name}><m:f><m:num>{part.format('98')}</m:num><m:den>{part.format('112')}</m:den></m:f></m:oMath>"
    )

    assert "办结率为98/112。" == read_file_of(tmp_path, docx(f"<w:p>{run('办结率为')}{formula}{run('。')}</w:p>"))


@pytest.mark.parametrize("part", ["word/document2.xml", "content/main.xml"])
def test_the_document_of_a_word_file_may_have_any_name(tmp_path: Path, part: str) -> None:
    """The file says by its relations and types which part it is."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    main = f'<w:document xmlns:w="{space}"><w:body>{paragraph("受理112件。")}</w:body></w:document>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    types = f'<Types><Override PartName="/{part}" ContentType="{kind}"/></Types>'
    relation = "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument"
    relations = f'<Relationships><Relationship Id="r1" Type="{relation}" Target="{part}"/></Relationships>'
    members = {"[Content_Types].xml": types, "_rels/.rels": relations, part: main}

    assert "受理112件。" == read_file_of(tmp_path, zipped({each: text.encode() for each, text in members.items()}))


def read_file_of(folder: Path, data: bytes) -> str:
    """The text of a Word file."""
    (folder / "a.docx").write_bytes(data)
    return read_file(folder / "a.docx")[0].text


def test_a_note_on_a_number_is_no_digit_of_it() -> None:
    """In 112¹件 the note stands behind the number, which a person looks at all the same."""
    (mention,) = mentions_in("受理案件112¹件")

    assert (112, True) == (int(mention.value), mention.corrupt)


def test_a_title_as_wide_as_the_margin_ends_where_it_ends(tmp_path: Path) -> None:
    """What follows is no part of it, though it is not indented; 现将…报告 / 如下 is one sentence."""
    lines = [
        "青禾县人民政府2022年法治政府建设年度报告",
        "全年受理行政复议案件118件，办理法律援助",
        "案件347件，现将青禾县2022年度工作情况报告",
        "如下，请予审阅，不当之处敬请批评指正谢谢。",
    ]
    (tmp_path / "a.pdf").write_bytes(pdf([lines]))
    original = read_file(tmp_path / "a.pdf")[0]
    cleaned = flow.Cleaned.of(original, SHIPPED.texts)

    assert 2 == len(cleaned.text.split("\n"))
    assert "报告如下" in cleaned.text
    assert lines[0] == cleaned.text.split("\n")[0]


def test_a_wrapped_opening_line_is_no_second_title(tmp_path: Path) -> None:
    """Neither the end of the title nor the rest of the first sentence."""
    lines = [
        "青禾县人民政府关于2022年度",
        "法治政府建设情况的报告",
        "2022年，我县深入学习贯彻习近平法治思想，认真落实党中央、国务院、省委省政府",
        "法治政府建设年度报告工作要求，受理行政复议案件118件。",
    ]
    (tmp_path / "a.pdf").write_bytes(pdf([lines]))
    about = flow.read_report(read_file(tmp_path / "a.pdf")[0], None, SHIPPED).about

    assert ("annual_report", "2022-01-01", "2022-12-31") == (about.kind, str(about.period_start), str(about.period_end))
