"""What a command says about itself, in the language it speaks: its help, and the faults of how it was called.

Click writes these texts, with its own words in English among ours. All of them, its and ours, stand in a catalogue of
their own; a text is looked up when it is printed, because most commands print none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from string import Formatter
from typing import IO, Any

import click
from click.exceptions import NoArgsIsHelpError

from faheng.commands.language import system_language
from faheng.commands.wide_text import padded, wide, wrapped
from faheng.data.messages import read_pairs
from faheng.errors import in_a_line
from faheng.paths import DATA
from faheng.words.catalogue import LANGUAGES

__all__ = ["SpokenGroup", "SpokenHelp", "faults_in_words", "in_words", "speak_as_asked"]

# The kind of value that an option takes, as Click names it.
_KIND = re.compile(r"[A-Z]+(?: RANGE)?")
_SPOKEN: ContextVar[str] = ContextVar("faheng.spoken", default="")


def speak_as_asked(arguments: Sequence[str]) -> None:
    """From now on say it in the language that --language names among the arguments, else in the system's."""
    named = re.search(r"(?:^|\n)--language[=\n](\w+)", "\n".join(arguments))
    _SPOKEN.set(named[1] if named and named[1] in LANGUAGES else system_language())


def in_words(text: str) -> str:
    """The text in the language that is spoken; itself in English, and where the catalogue does not know it.

    A space at its end is kept in English alone: a full-width sign has its own.
    """
    if _SPOKEN.get() != "zh" or not text:
        return text
    plain = " ".join(text.split())
    known = _catalogue().get(plain)
    return known or next(filter(None, (_filled(plain, each) for each in _patterns())), text)


class SpokenHelp(click.HelpFormatter):
    """Writes the help in the language that is spoken; Chinese has no spaces to break at and is twice as wide."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """How it is called."""
        super().write_usage(prog, " ".join(map(in_words, args.split())), prefix or in_words("Usage: "))

    def write_heading(self, heading: str) -> None:
        """Over a list."""
        self.write(" " * self.current_indent + in_words(f"{heading}:") + "\n")

    def write_text(self, text: str) -> None:
        """A text of several paragraphs."""
        paragraphs = text.split("\n\n")
        said = [in_words(each) for each in paragraphs]
        if said == paragraphs:
            super().write_text(text)
            return
        indent = " " * self.current_indent
        blocks = (wrapped(each, self.width - self.current_indent) for each in said)
        self.write("\n\n".join("\n".join(indent + line for line in lines) for lines in blocks) + "\n")

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Names, and beside each what it is."""
        if _SPOKEN.get() != "zh":
            super().write_dl(rows, col_max, col_spacing)
            return
        said = [(_KIND.sub(lambda kind: in_words(kind[0]), name), _described(text)) for name, text in rows]
        first = min(max(wide(name) for name, _ in said), col_max) + col_spacing
        for name, text in said:
            lines = wrapped(text, self.width - self.current_indent - first)
            # A name that is too long for its column has a line of its own.
            beside = [name, *[""] * len(lines)] if wide(name) <= first - col_spacing else ["", *[""] * len(lines)]
            if not beside[0]:
                self.write(" " * self.current_indent + name + "\n")
            for left, line in zip(beside, lines, strict=False):
                self.write((" " * self.current_indent + padded(left, first) + line).rstrip() + "\n")


class SpokenGroup(click.Group):
    """A group that lists its commands by the first sentence of each, in the language that is spoken."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Names, and beside each what the command does; English is cut to a line, Chinese is short."""
        if _SPOKEN.get() != "zh":
            super().format_commands(ctx, formatter)
            return
        commands = ((name, self.get_command(ctx, name)) for name in self.list_commands(ctx))
        rows = [(name, (each.help or "").split("\n\n")[0]) for name, each in commands if each]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


class SpokenUsageError(click.UsageError):
    """A fault of how the command was called, said in the language that is spoken."""

    def show(self, file: IO[Any] | None = None) -> None:
        """How it is called, where help is, and what is wrong."""
        if self.ctx is not None:
            hint = in_words(f"Try '{self.ctx.command_path} --help' for help.")
            click.echo(f"{self.ctx.get_usage()}\n{hint}\n", file, err=True)
        click.echo(in_words(f"Error: {self.format_message()}"), file, err=True)


@contextmanager
def faults_in_words() -> Iterator[None]:
    """A fault of the call is one line in the language that is spoken; a group without a command shows its help."""
    try:
        yield
    except NoArgsIsHelpError:
        raise
    except click.UsageError as error:
        raise SpokenUsageError(in_a_line(error.format_message()), error.ctx) from error


def _described(text: str) -> str:
    """A description whose end in brackets says the limits and the default."""
    told, bracket, limits = text.partition("  [")
    if not bracket:
        return in_words(text)
    return f"{in_words(told)} [{'; '.join(map(in_words, limits.rstrip(']').split('; ')))}]"


@cache
def _catalogue() -> dict[str, str]:
    return read_pairs(DATA, [])


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Each message with {names}: what it looks like when it is filled in, and its Chinese; the most exact first."""
    exact = sorted(filter(None, _catalogue()), key=lambda each: -len(re.sub(r"{\w+}", "", each)))
    return tuple((_form(english), _catalogue()[english]) for english in exact if "{" in english)


def _form(message: str) -> re.Pattern[str]:
    parts = (re.escape(text) + (f"(?P<{name}>.+)" if name else "") for text, name, _, _ in Formatter().parse(message))
    return re.compile("".join(parts))


def _filled(text: str, pattern: tuple[re.Pattern[str], str]) -> str:
    form, chinese = pattern
    found = form.fullmatch(text)
    return chinese.format(**{name: in_words(part) for name, part in found.groupdict().items()}) if found else ""
