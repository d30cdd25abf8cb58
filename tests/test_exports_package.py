"""The data package: valid by its standard, complete, the same bytes for the same data."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import zipfile
from datetime import date

import pandas as pd
import pytest
from chart_rows import ZH

from faheng.exports.package import Resource, Source, package_bytes
from faheng.words.catalogue import words

ROWS = pd.DataFrame({"code": ["630102", "210100"], "year": [2020, 2021], "value": [72.7, None], "told": ["=1+1", "a"]})


def made(say=ZH):
    resource = Resource("cells", "指标数据", ROWS, {"code": "地区代码"}, ("code", "year"))
    sources = [Source("某报告", "https://example.org"), Source("无址")]
    return package_bytes([resource], sources, 7, date(2026, 1, 31), say)


def opened(content):
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def descriptor(content):
    return json.loads(opened(content)["datapackage.json"])


def test_it_holds_descriptor_readme_and_data():
    assert ["datapackage.json", "README.md", "data/cells.csv"] == list(opened(made()))


def test_the_descriptor_says_what_the_standard_asks_for():
    told = descriptor(made())

    assert "https://datapackage.org/profiles/2.0/datapackage.json" == told["$schema"]
    assert ("faheng", "7.0.0", "2026-01-31T00:00:00Z") == (told["name"], told["version"], told["created"])
    assert [{"title": "某报告", "path": "https://example.org"}, {"title": "无址"}] == told["sources"]
    assert "MIT" == told["licenses"][0]["name"]


def test_a_resource_has_types_key_size_and_checksum():
    told, files = descriptor(made())["resources"][0], opened(made())
    types = {field["name"]: field["type"] for field in told["schema"]["fields"]}

    assert ("table", "data/cells.csv", "utf-8") == (told["type"], told["path"], told["encoding"])
    assert {"code": "string", "year": "integer", "value": "number", "told": "string"} == types
    assert (["code", "year"], [""]) == (told["schema"]["primaryKey"], told["schema"]["missingValues"])
    assert len(files["data/cells.csv"]) == told["bytes"]
    assert f"sha256:{hashlib.sha256(files['data/cells.csv']).hexdigest()}" == told["hash"]


def test_the_data_match_the_schema():
    """Every value can be read as the type that its field promises, and a formula as no formula."""
    told, files = descriptor(made())["resources"][0], opened(made())
    head, *rows = csv.reader(io.StringIO(files["data/cells.csv"].decode("utf-8")))

    assert [field["name"] for field in told["schema"]["fields"]] == head
    assert [["630102", "2020", "72.7", "'=1+1"], ["210100", "2021", "", "a"]] == rows


@pytest.mark.parametrize("language", ["zh", "en"])
def test_the_readme_says_how_to_cite_it(language):
    told = opened(made(words(language)))["README.md"].decode()

    assert {"zh": "数据版本 7，2026年1月31日", "en": "data version 7, 31 January 2026"}[language] in told
    assert "data/cells.csv" in told


def test_the_same_data_give_the_same_bytes():
    assert made() == made()
