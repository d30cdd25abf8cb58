"""Reports of invented figures of real places, as a user would bring them, for the tests of the intake."""

from __future__ import annotations

from pathlib import Path
from random import Random

from report_files import docx, paragraph, zipped

PLACES = {
    "210100": "沈阳市", "211282": "开原市", "440308": "盐田区",
    "440311": "光明区", "511781": "万源市", "630102": "城东区",
}  # fmt: skip


def text_of(place: str, year: int, *, seed: int = 0) -> str:
    """A report of the place on the year; every seed has other figures."""
    chance = Random(f"{place} {year} {seed}")  # noqa: S311 (figures of a test)
    accepted = chance.randint(100, 900)
    closed = chance.randint(60, accepted)
    return (
        f"{PLACES[place]}人民政府关于{year}年法治政府建设情况的报告\n"
        f"{year}年,{PLACES[place]}深入推进法治政府建设。现将有关情况报告如下:\n"
        "一、主要工作\n"
        f"(一)依法化解行政争议。全年收到行政复议申请{accepted + 9}件,受理行政复议案件{accepted}件,办结{closed}件。\n"
        f"(二)规范行政执法。全年审查行政规范性文件{chance.randint(3, 40)}件,"
        f"行政机关负责人出庭应诉率{chance.randint(500, 1000) / 10}%。\n"
        f"(三)加强普法。人民调解调处矛盾纠纷{chance.randint(500, 5000)}件,"
        f"调解成功率{chance.randint(900, 999) / 10}%。\n"
        "二、下一步工作\n继续加强法治宣传教育。\n"
        f"{PLACES[place]}人民政府\n{year + 1}年3月2日\n"
    )


def text_file(folder: Path, place: str = "630102", year: int = 2023, *, seed: int = 0, name: str = "") -> Path:
    """The report as a text file."""
    path = folder / (name or f"report-{place}-{year}-{seed}.txt")
    path.write_text(text_of(place, year, seed=seed), encoding="utf-8")
    return path


def word_file(folder: Path, place: str = "630102", year: int = 2023, *, seed: int = 0) -> Path:
    """The same report as a Word file."""
    path = folder / f"report-{place}-{year}-{seed}.docx"
    path.write_bytes(docx("".join(map(paragraph, text_of(place, year, seed=seed).splitlines()))))
    return path


def zip_file(folder: Path, files: list[Path]) -> Path:
    """The files as one archive."""
    path = folder / "reports.zip"
    path.write_bytes(zipped({each.name: each.read_bytes() for each in files}))
    return path
