"""`faheng export`: what the store holds, or a briefing of it, as a file; for a monthly job as well as for a person."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import click
import pandas as pd

from faheng.briefing.plan import PAGES, BriefingPlan, PlannedView
from faheng.briefing.plan_text import LARGEST, plan_of_file
from faheng.commands.export_options import READ, content_of, language, target, which, write
from faheng.errors import PlanFault, StoreMissing, UnknownPlace
from faheng.exports.csv_file import csv_bytes
from faheng.paths import store_folder
from faheng.store.read import Reader
from faheng.words.catalogue import Words, words


@click.group()
def export() -> None:
    """Write what the store holds, or a briefing of it, as a file."""


@export.command("csv")
@target("csv")
@which
def export_csv(file: Path, **chosen: Any) -> None:
    """Write every cell with its verdicts, evidence and source to FILE; with options, the figures of a briefing."""
    say, asked = words(chosen["language"]), chosen["briefing"] or chosen["query"] or chosen["place"]
    if asked:
        cells = import_module("faheng.briefing.fact_table").fact_table(briefing_for(**chosen), say)
    else:
        cells = every_cell(say.language)
    write(file, csv_bytes(cells))
    click.echo(counted_cells(file, len(cells), say))


@export.command("package")
@target("package")
@language
def export_package(file: Path, language: str) -> None:
    """Write every cell, the catalogue and the sources to FILE, a zip by the Data Package standard."""
    made = import_module("faheng.exports.store_package")
    write(file, made.store_package(language))
    click.echo(counted_cells(file, len(every_cell(language)), words(language)))


@export.command("xlsx")
@target("xlsx")
@which
def export_xlsx(file: Path, **chosen: Any) -> None:
    """Write a briefing to FILE, a workbook: charts, data with verdicts and evidence, definitions, sources."""
    briefing = briefing_for(**chosen)
    made = import_module("faheng.exports.workbook.file")
    finish(file, made.xlsx_bytes(briefing, words(briefing.language)), briefing)


@export.command("pptx")
@target("pptx")
@which
@click.option("--template", type=READ, help="A presentation of your own (.pptx), whose layouts are used.")
def export_pptx(file: Path, template: Path | None, **chosen: Any) -> None:
    """Write a briefing to FILE, slides with charts that can be edited."""
    briefing = briefing_for(**chosen)
    made = import_module("faheng.exports.slides.file")
    finish(file, made.pptx_bytes(briefing, words(briefing.language), template), briefing)


@export.command("docx")
@target("docx")
@which
def export_docx(file: Path, **chosen: Any) -> None:
    """Write a briefing to FILE, a note in the layout of official documents."""
    briefing = briefing_for(**chosen)
    made = import_module("faheng.exports.document.file")
    finish(file, made.docx_bytes(briefing, words(briefing.language)), briefing)


@export.command("png")
@target("png")
@which
def export_png(file: Path, **chosen: Any) -> None:
    """Write the charts of a briefing as pictures to FILE; of several each gets its number."""
    draw(file, "png", briefing_for(**chosen))


@export.command("svg")
@target("svg")
@which
def export_svg(file: Path, **chosen: Any) -> None:
    """Write the charts of a briefing as drawings to FILE; of several each gets its number."""
    draw(file, "svg", briefing_for(**chosen))


@export.command("pdf")
@target("pdf")
@which
def export_pdf(file: Path, **chosen: Any) -> None:
    """Write the charts of a briefing as PDF to FILE; of several each gets its number."""
    draw(file, "pdf", briefing_for(**chosen))


def counted_cells(file: Path, cells: int, say: Words) -> str:
    """What a file of cells says of itself when it is written."""
    return say.count("{file}: one cell", "{file}: {n} cells", cells, file=str(file))


def every_cell(language: str) -> pd.DataFrame:
    """All cells of the published snapshot."""
    return Reader(store_folder()).snapshot().rows("pages/export__cells", language=language)


def briefing_for(
    *,
    briefing: Path | None,
    place: str | None,
    query: tuple[str, ...],
    title: str,
    unit: str,
    address: str,
    language: str,
) -> Any:
    """The briefing that the options ask for, of today."""
    if briefing is not None:
        plan = plan_of_file(content_of(briefing, LARGEST), briefing.name)
    else:
        plan = BriefingPlan(views=tuple(planned(each) for each in query))
    views = placed(plan.views, place, words(language))
    plan = BriefingPlan(title or plan.title, unit or plan.unit, plan.day, views)
    made = import_module("faheng.briefing.made_briefing").briefing_of(plan, language, today=date.today(), address=address)
    for problem in made.problems:
        click.echo(problem, err=True)
    return made


def planned(query: str) -> PlannedView:
    """The view of an address: "compare?place=630102&show=…", also with what stands before it in a browser."""
    parse = import_module("urllib.parse")
    parts = parse.urlsplit(query)
    page = parts.path.rstrip("/").rsplit("/", 1)[-1] or "overview"
    if page not in PAGES:
        raise PlanFault("--query", f"{page!r} is no page with views", f"begin with one of {', '.join(PAGES)}")
    return PlannedView(page, dict(parse.parse_qsl(parts.query)))


def place_code(text: str, language: str) -> str:
    """The code of the one place that the text names; UnknownPlace where it is none, or several."""
    found = Reader(store_folder()).snapshot().rows("pages/export__places", text=text, language=language)
    if len(found) != 1:
        named = zip(found["code"], found["name"], found["parent"].fillna(""), strict=True)
        raise UnknownPlace(text, [" ".join(filter(None, each)) for each in named])
    return str(found["code"].iloc[0])


def placed(views: tuple[PlannedView, ...], place: str | None, say: Words) -> tuple[PlannedView, ...]:
    """The views, those that name no place of the one given; without any view the headlines of it."""
    unnamed = [not view.address.get("place") for view in views]
    if place is not None:
        code = place_code(place, say.language)
    elif views and not any(unnamed):
        return views
    else:
        code = example_place(say)
    own = {"place": code}
    if not views:
        return headline_views(code)
    pairs = zip(views, unnamed, strict=True)
    return tuple(replace(view, address={**view.address, **own}) if bare else view for view, bare in pairs)


def example_place(say: Words) -> str:
    """The code of the place that stands where none is given; it is said, so that nobody takes it for theirs."""
    held = Reader(store_folder()).snapshot().rows("pages/filters__example", language=say.language)
    if held.empty:
        raise StoreMissing("the store holds no observation: add a report under data/, then run `faheng build`")
    example = held.iloc[0]
    told = say("No place is given: {place} serves as the example. Choose one with --place.", place=example["name"])
    click.echo(told, err=True)
    return str(example["code"])


def headline_views(place: str) -> tuple[PlannedView, ...]:
    """Each headline indicator across places, over the years where our place has more than one, then the overview."""
    store, own = Reader(store_folder()).snapshot(), {"place": place}
    richest = store.rows("pages/trends__richest", localities=[place], limit=1)
    compared = [PlannedView("compare", own | {"show": each}) for each in store.rows("pages/overview__headlines")["id"]]
    trend = [PlannedView("trends", own | {"show": str(row["id"])}) for _, row in richest.iterrows() if row["years"] > 1]
    return (*compared, *trend, PlannedView("overview", own))


def draw(file: Path, form: str, briefing: Any) -> None:
    """A picture a chart: FILE for a single one, else FILE-1, FILE-2 and so on; what has no picture is said."""
    pictures, say = import_module("faheng.exports.pictures"), words(briefing.language)
    for number, view in enumerate(briefing.pictured, start=1):
        path = file if len(briefing.pictured) == 1 else file.with_stem(f"{file.stem}-{number}")
        write(path, pictures.picture(view.figure(), form))
        click.echo(str(path))
    left = [view.title for view in briefing.views if view.figure is None]
    if left:
        click.echo(say("Without a picture, because they are tables: {views}", views=say(", ").join(left)), err=True)


def finish(file: Path, content: bytes, briefing: Any) -> None:
    """Write the file and say what is in it."""
    write(file, content)
    say = words(briefing.language)
    click.echo(say.count("{file}: one view", "{file}: {n} views", len(briefing.views), file=str(file)))
