"""`faheng export`: what the store holds, or a briefing of it, as a file; for a monthly job as well as for a person."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import click
import pandas as pd

from faheng.errors import PlanFault, UnknownPlace
from faheng.exports.csv_file import csv_bytes
from faheng.paths import store_folder
from faheng.store.read import Reader
from faheng.views.plan import PAGES, Plan, PlannedView, plan_of
from faheng.words.catalogue import words


class _File(click.ParamType):  # type: ignore[type-arg]  # generic in the newest click only
    """A file that can be written: its folder is there. Without this a whole briefing is made before that is found."""

    name = "file"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The path; exit status 2 where its folder is missing or a folder has its name."""
        path = Path(value)
        if path.is_dir():
            self.fail(f"{str(path)!r} is a folder", param, ctx)
        if not path.parent.is_dir():
            self.fail(f"there is no folder {str(path.parent)!r}", param, ctx)
        return path


_FILE = _File()
_READ = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def export() -> None:
    """Write what the store holds, or a briefing of it, as a file."""


def language(command: Callable[..., None]) -> Callable[..., None]:
    """The option that every export has."""
    named = click.Choice(["zh", "en"])
    return click.option("--language", type=named, default="zh", show_default=True, help="Of names and texts.")(command)


def which(command: Callable[..., None]) -> Callable[..., None]:
    """The options that say what goes into a briefing; without any, the headline indicators of an example place."""
    options = (
        click.argument("file", type=_FILE),
        click.option("--briefing", type=_READ, help="A briefing saved on its page (JSON)."),
        click.option("--place", help="The code of our place, for a briefing of the headline indicators."),
        click.option("--query", multiple=True, metavar="PAGE?...", help="The address of a view; may be given again."),
        click.option("--title", default="", help="Stands on the cover."),
        click.option("--unit", default="", help="The office that issues the briefing."),
        click.option("--address", default="", help="Where the dashboard is reached, for the links in the file."),
    )
    for option in reversed(options):
        command = option(command)
    return language(command)


@export.command("csv")
@which
def export_csv(file: Path, **chosen: Any) -> None:
    """Write every cell with its verdicts, evidence and source to FILE; with options, the figures of a briefing."""
    asked = chosen["briefing"] or chosen["query"] or chosen["place"]
    if asked:
        briefing = briefing_for(**chosen)
        cells = import_module("faheng.exports.fact_table").fact_table(briefing, words(briefing.language))
    else:
        cells = every_cell(chosen["language"])
    file.write_bytes(csv_bytes(cells))
    click.echo(f"{file}: {len(cells)} cells")


@export.command("package")
@click.argument("file", type=_FILE)
@language
def export_package(file: Path, language: str) -> None:
    """Write every cell, the catalogue and the sources to FILE, a zip by the Data Package standard."""
    made = import_module("faheng.views.package")
    file.write_bytes(made.store_package(language))
    click.echo(f"{file}: {len(every_cell(language))} cells")


@export.command("xlsx")
@which
def export_xlsx(file: Path, **chosen: Any) -> None:
    """Write a briefing to FILE, a workbook: charts, data with verdicts and evidence, definitions, sources."""
    briefing = briefing_for(**chosen)
    made = import_module("faheng.exports.workbook.file")
    finish(file, made.xlsx_bytes(briefing, words(briefing.language)), briefing)


@export.command("pptx")
@which
@click.option("--template", type=_READ, help="A presentation of your own (.pptx), whose layouts are used.")
def export_pptx(file: Path, template: Path | None, **chosen: Any) -> None:
    """Write a briefing to FILE, slides with charts that can be edited."""
    briefing = briefing_for(**chosen)
    made = import_module("faheng.exports.slides.file")
    finish(file, made.pptx_bytes(briefing, words(briefing.language), template), briefing)


@export.command("docx")
@which
def export_docx(file: Path, **chosen: Any) -> None:
    """Write a briefing to FILE, a note in the layout of official documents."""
    briefing = briefing_for(**chosen)
    made = import_module("faheng.exports.document.file")
    finish(file, made.docx_bytes(briefing, words(briefing.language)), briefing)


@export.command("png")
@which
def export_png(file: Path, **chosen: Any) -> None:
    """Write the charts of a briefing as pictures to FILE; of several each gets its number."""
    draw(file, "png", briefing_for(**chosen))


@export.command("svg")
@which
def export_svg(file: Path, **chosen: Any) -> None:
    """Write the charts of a briefing as drawings to FILE; of several each gets its number."""
    draw(file, "svg", briefing_for(**chosen))


@export.command("pdf")
@which
def export_pdf(file: Path, **chosen: Any) -> None:
    """Write the charts of a briefing as PDF to FILE; of several each gets its number."""
    draw(file, "pdf", briefing_for(**chosen))


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
        plan = plan_of(text_of(briefing), briefing.name)
    else:
        plan = Plan(views=tuple(planned(each) for each in query) or headline_views(place))
    plan = Plan(title or plan.title, unit or plan.unit, plan.day, plan.views)
    made = import_module("faheng.views.briefing").briefing_of(plan, language, today=date.today(), address=address)
    for problem in made.problems:
        click.echo(problem, err=True)
    return made


def text_of(file: Path) -> str:
    """What the file holds; PlanFault where that is no text."""
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise PlanFault(file.name, "it is no text in UTF-8", "choose a file that was saved on its page") from error


def planned(query: str) -> PlannedView:
    """The view of an address: "compare?place=630102&show=…", also with what stands before it in a browser."""
    parse = import_module("urllib.parse")
    parts = parse.urlsplit(query)
    page = parts.path.rstrip("/").rsplit("/", 1)[-1] or "overview"
    if page not in PAGES:
        raise PlanFault("--query", f"{page!r} is no page with views", f"begin with one of {', '.join(PAGES)}")
    return PlannedView(page, dict(parse.parse_qsl(parts.query)))


def headline_views(place: str | None) -> tuple[PlannedView, ...]:
    """The overview of a place, each headline indicator across places, and over the years."""
    store = Reader(store_folder()).snapshot()
    if place is not None and store.rows("pages/filters__named", codes=[place], language="zh").empty:
        raise UnknownPlace(place)
    own = {"place": place} if place else {}
    headlines = list(store.rows("pages/overview__headlines")["id"])
    compared = [PlannedView("compare", own | {"show": each}) for each in headlines]
    return (*compared, PlannedView("trends", own), PlannedView("overview", own))


def draw(file: Path, form: str, briefing: Any) -> None:
    """A picture a chart: FILE for a single one, else FILE-1, FILE-2 and so on."""
    pictures = import_module("faheng.exports.pictures")
    figures = [view.figure for view in briefing.views if view.figure is not None]
    for number, figure in enumerate(figures, start=1):
        path = file if len(figures) == 1 else file.with_stem(f"{file.stem}-{number}")
        path.write_bytes(pictures.picture(figure(), form))
        click.echo(str(path))


def finish(file: Path, content: bytes, briefing: Any) -> None:
    """Write the file and say what is in it."""
    file.write_bytes(content)
    click.echo(f"{file}: {len(briefing.views)} views")
