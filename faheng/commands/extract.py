"""`faheng extract`: reports -> observations, one a line."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

import click

from faheng.commands.language import failure_line
from faheng.commands.scan_progress import page_shown
from faheng.reading.about.given import read_given
from faheng.reading.files import FileObservations, files_in, read_all
from faheng.reading.leftovers import Groups
from faheng.reading.lexicon import lexicon

# Below this a run is over before a progress bar can be read.
MANY_FILES = 20


@click.command()
@click.argument("paths", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--reports",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="A CSV that says what the reports are; what it leaves out is recognised from the text.",
)
@click.option("--leftovers", is_flag=True, help="Instead list the figures without an indicator, grouped by a name.")
@click.option("--jobs", type=click.IntRange(1, 64), help="How many processes read; default: as the files are worth.")
def extract(paths: tuple[Path, ...], reports: Path | None, leftovers: bool, jobs: int | None) -> None:
    """Read reports (txt, html, mht, eml, docx, doc, wps, rtf, pdf, ofd, zip or
    folders) and print one observation a line, as JSON.

    Scans (pdf, png, jpg, tif) are read too where faheng[ocr] is installed; their figures are proposed."""
    given = read_given(reports, lexicon().reference.places.codes) if reports else {}
    files = files_in(paths)
    faults: list[str] = []
    groups = Groups()
    every = read_all(files, given, jobs=jobs, with_leftovers=leftovers, on_page=page_shown)
    with progress(every, len(files)) as shown:
        for file in shown:
            faults += file.faults
            groups.add(file.leftovers)
            for line in () if leftovers else file.lines:
                click.echo(line)
    for group in groups.in_order():
        click.echo(group.to_json())
    for fault in faults:
        click.echo(failure_line(fault), err=True)
    sys.exit(1 if faults else 0)


def progress(every: Iterator[FileObservations], files: int) -> AbstractContextManager[Iterable[FileObservations]]:
    """A bar on standard error, for many files and a person who watches; what they yield as it is otherwise."""
    if files < MANY_FILES or not sys.stderr.isatty():
        return nullcontext(every)
    return click.progressbar(every, length=files, label="extract", file=sys.stderr)
