"""What the commands of `faheng export` take: the file to write, and what goes into a briefing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import click

from faheng.commands.language import language_option
from faheng.errors import UnreadableFile, UnwritableFile
from faheng.exports.formats import SUFFIXES

READ = click.Path(exists=True, dir_okay=False, path_type=Path)


class Target(click.ParamType):  # type: ignore[type-arg]  # generic in the newest click only
    """A file of a kind that can be written. Without this a whole briefing is made before that is found."""

    name = "file"

    def __init__(self, kind: str, suffix: str) -> None:
        """kind: the name of the command. suffix: the ending of its files."""
        self.kind, self.suffix = kind, suffix

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The path; exit status 2 where its folder is missing, a folder has its name, or its ending is another's."""
        path = Path(value)
        if path.is_dir():
            self.fail(f"{str(path)!r} is a folder", param, ctx)
        if not path.parent.is_dir():
            self.fail(f"there is no folder {str(path.parent)!r}", param, ctx)
        # A file with the ending of another kind would be opened by the wrong program.
        ending = path.suffix.lower()
        if ending != self.suffix and ending in SUFFIXES:
            self.fail(f"{path.name!r} ends as another kind of file: {self.kind} is {self.suffix}", param, ctx)
        return path


def target(kind: str, suffix: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """The argument FILE of a command of this name, whose files end so."""
    return click.argument("file", type=Target(kind, suffix))


def language(command: Callable[..., None]) -> Callable[..., None]:
    """The option that every export has."""
    return language_option("Of names and texts.")(command)


def template(command: Callable[..., None]) -> Callable[..., None]:
    """The option of a command whose files take the layouts of another."""
    about = "A presentation or template of your own (.pptx, .potx), whose layouts are used."
    return click.option("--template", type=READ, help=about)(command)


def which(command: Callable[..., None]) -> Callable[..., None]:
    """The options that say what goes into a briefing; without any, the headline indicators of an example place."""
    options = (
        click.option("--briefing", type=READ, help="A briefing saved on its page (JSON)."),
        click.option("--place", help="Our place, by code or name, of each view that names none."),
        click.option("--query", multiple=True, metavar="PAGE?...", help="The address of a view; may be given again."),
        click.option("--title", default="", help="Stands on the cover."),
        click.option("--unit", default="", help="The office that issues the briefing."),
        click.option("--appendix/--no-appendix", default=None, help="The tables and phrases follow; usually not."),
        click.option("--sources/--no-sources", default=None, help="The reports are listed at the end; usually so."),
        click.option("--address", default="", help="Where the dashboard is reached; without it the file has no links."),
    )
    for option in reversed(options):
        command = option(command)
    return language(command)


def content_of(file: Path, most: int) -> bytes:
    """What the file holds; UnreadableFile where that is more than so many bytes, or endless as a pipe is."""
    try:
        if not file.is_file():
            raise UnreadableFile(file.name, "it is no ordinary file", "save it as a file first")
        if file.stat().st_size > most:
            raise UnreadableFile(file.name, f"it is larger than {most:,} bytes", "choose another file")
        with file.open("rb") as opened:
            return opened.read(most + 1)
    except OSError as error:
        raise UnreadableFile(file.name, f"it cannot be read ({error.strerror})", "choose another file") from error


def write(file: Path, parts: Iterable[bytes]) -> None:
    """The parts as the file; UnwritableFile where the system refuses it."""
    try:
        with file.open("wb") as out:
            out.writelines(parts)
    except OSError as error:
        raise UnwritableFile(str(file), error.strerror or str(error)) from error
