"""The command `faheng`: thin commands that call, print, and turn our own errors into one line.

Exit status: 0 done, 1 the data has a problem, 2 wrong arguments. A command is imported inside a function, when it is
asked for.
"""

# ruff: noqa: PLC0415 (see above)

from __future__ import annotations

import gc
from collections.abc import Callable
from typing import Any

import click

from faheng.commands.click_words import SpokenGroup, SpokenHelp, faults_in_words, speak_as_asked
from faheng.commands.output import escape_what_cannot_be_printed
from faheng.errors import DataProblems, FahengError

# Modules and wordings live as long as the command: looking at them again for each 700 objects made finds nothing.
OBJECTS_BETWEEN_COLLECTIONS = 20_000
# Of every command, also of those that are no part of ours.
click.Context.formatter_class = SpokenHelp


def build() -> click.Command:
    """The store from data/."""
    from faheng.commands.build import build as command

    return command


def restore() -> click.Command:
    """An earlier snapshot."""
    from faheng.commands.build import restore as command

    return command


def lint_data() -> click.Command:
    """Faults of data files."""
    from faheng.commands.lint_data import lint_data as command

    return command


def places() -> click.Command:
    """The places of the country, made anew."""
    from faheng.commands.places import places as command

    return command


def extract() -> click.Command:
    """Figures of reports."""
    from faheng.commands.extract import extract as command

    return command


def check() -> click.Command:
    """Findings about reports."""
    from faheng.commands.check import check as command

    return command


def evaluate() -> click.Command:
    """What was found against what was annotated."""
    from faheng.commands.evaluate import evaluate as command

    return command


def import_() -> click.Command:
    """Reports of one's own."""
    from faheng.commands.intake import import_command as command

    return command


def watch() -> click.Command:
    """A folder whose reports are imported."""
    from faheng.commands.intake import watch as command

    return command


def review() -> click.Command:
    """What a person has to decide."""
    from faheng.commands.review import review as command

    return command


def publish() -> click.Command:
    """The decisions as a snapshot."""
    from faheng.commands.publish import publish_command as command

    return command


def history() -> click.Command:
    """The versions."""
    from faheng.commands.publish import history as command

    return command


def ledger() -> click.Command:
    """The ledger."""
    from faheng.commands.ledger import ledger as command

    return command


def export() -> click.Command:
    """A briefing as files."""
    from faheng.commands.export import export as command

    return command


def serve() -> click.Command:
    """The dashboard."""
    from faheng.commands.serve import serve as command

    return command


# The commands in the order of --help, each by what imports it.
COMMANDS: dict[str, Callable[[], click.Command]] = {
    "build": build,
    "import": import_,
    "review": review,
    "publish": publish,
    "history": history,
    "restore": restore,
    "watch": watch,
    "ledger": ledger,
    "lint-data": lint_data,
    "places": places,
    "extract": extract,
    "check": check,
    "evaluate": evaluate,
    "export": export,
    "serve": serve,
}


class Plain(SpokenGroup):
    """A group whose commands end with status 1 and plain lines when the data, not the program, is at fault.

    A command is imported when it is asked for: reading reports needs much that serving does not.
    """

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 (click's signature)
        """The names of the commands, in their order."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 (click's signature)
        """The command of this name; None where there is none."""
        return COMMANDS[cmd_name]() if cmd_name in COMMANDS else None

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """What the command was asked; from here on it is known in which language it speaks."""
        speak_as_asked(args)
        return super().make_context(info_name, args, parent, **extra)

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The arguments before the name of a command."""
        with faults_in_words():
            return super().parse_args(ctx, args)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; our own errors become lines on standard error."""
        escape_what_cannot_be_printed()
        gc.set_threshold(OBJECTS_BETWEEN_COLLECTIONS)
        try:
            with faults_in_words():
                return super().invoke(ctx)
        except FahengError as error:
            from faheng.commands.language import failure_line

            click.echo(failure_line(str(error)), err=True)
            if isinstance(error, DataProblems) and ctx.invoked_subcommand == "build":
                click.echo(f"{len(error.problems)} problems; the published store is unchanged", err=True)
            ctx.exit(1)


@click.group(cls=Plain)
@click.version_option(package_name="faheng", prog_name="faheng")
def main() -> None:
    """Figures of Chinese local rule-of-law reports, with the phrase behind every number."""


if __name__ == "__main__":
    main()
