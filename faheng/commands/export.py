"""`faheng export`: what the store holds, or a briefing of it, as a file; for a monthly job as well as for a person.

The kinds of file are those of faheng.exports.formats: each becomes a command.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from faheng.briefing.contents import Briefing
from faheng.commands.click_words import SpokenGroup
from faheng.commands.export_options import content_of, language, target, template, which, write
from faheng.commands.export_plan import Chosen, briefing_for
from faheng.exports.formats import FORMATS, PICTURES, ExportFormat, FileRequest, PictureFormat
from faheng.exports.slides.template import LARGEST_FILE, Template
from faheng.words.catalogue import Words, words


@click.group(cls=SpokenGroup)
def export() -> None:
    """Write what the store holds, or a briefing of it, as a file."""


def _file_command(kind: ExportFormat) -> click.Command:
    """The command that writes a file of this kind."""

    def run(file: Path, **options: Any) -> None:
        _write_file(kind, file, Chosen(**options))

    options = language(run) if kind.holds == "store" else which(template(run) if kind.template else run)
    return click.command(kind.name, help=kind.about)(target(kind.name, kind.suffix)(options))


def _picture_command(kind: PictureFormat) -> click.Command:
    """The command that writes pictures of this kind."""

    def run(file: Path, **options: Any) -> None:
        _draw(file, kind, _with_problems_said(briefing_for(Chosen(**options))))

    return click.command(kind.name, help=kind.about)(target(kind.name, kind.suffix)(which(run)))


def _write_file(kind: ExportFormat, file: Path, chosen: Chosen) -> None:
    """Make the file, write it, and say what is in it."""
    asked = kind.holds == "briefing" or (kind.holds == "either" and chosen.anything)
    briefing = (lambda: _with_problems_said(briefing_for(chosen))) if asked else None
    request = FileRequest(chosen.language, briefing, None if chosen.template is None else _template(chosen.template))
    made = kind.make(request)
    write(file, made.parts)
    click.echo(_counted(kind, file, made.count, request.say))


def _template(file: Path) -> Template:
    return Template(file.name, content_of(file, LARGEST_FILE))


def _counted(kind: ExportFormat, file: Path, count: int, say: Words) -> str:
    """What a file says of itself when it is written."""
    if kind.counts == "cells":
        return say.count("{file}: one cell", "{file}: {n} cells", count, file=str(file))
    return say.count("{file}: one view", "{file}: {n} views", count, file=str(file))


def _with_problems_said(briefing: Briefing) -> Briefing:
    """The briefing, once what the store does not hold of it is said."""
    for problem in briefing.problems:
        click.echo(problem, err=True)
    return briefing


def _draw(file: Path, kind: PictureFormat, briefing: Briefing) -> None:
    """A picture a chart: FILE for a single one, else FILE-1, FILE-2 and so on; what has no picture is said."""
    say = words(briefing.language)
    for number, view in enumerate(briefing.pictured, start=1):
        path = file if len(briefing.pictured) == 1 else file.with_stem(f"{file.stem}-{number}")
        if view.figure is not None:
            write(path, [kind.draw(view.figure())])
        click.echo(str(path))
    left = [view.title for view in briefing.views if view.figure is None]
    if left:
        click.echo(say("Without a picture, because they are tables: {views}", views=say(", ").join(left)), err=True)


for _kind in FORMATS:
    export.add_command(_file_command(_kind))
for _form in PICTURES:
    export.add_command(_picture_command(_form))
