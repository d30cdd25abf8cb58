"""Whether this machine can draw a text: characters for which no installed font has a glyph, and what to install.

A browser that draws a picture puts an empty box where a glyph is missing, and says nothing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTCollection, TTFont, TTLibError

from faheng.errors import MissingGlyphs
from faheng.words.clean import seen_characters

_ENDINGS = (".ttf", ".otf", ".ttc", ".otc")
_FOLDERS = (
    "/usr/share/fonts", "/usr/local/share/fonts", "~/.fonts", "~/.local/share/fonts",
    "/System/Library/Fonts", "/Library/Fonts", "~/Library/Fonts", "{windir}/Fonts", "{local}/Microsoft/Windows/Fonts",
)  # fmt: skip
# Fonts whose names tell that they hold Chinese are asked first: then a handful of files answers for a whole figure.
_FIRST = ("cjk", "msyh", "pingfang", "simsun", "wqy", "sourcehan", "dejavu", "arial", "segoe", "emoji")
_PACKAGES = {"CJK": "fonts-noto-cjk", "EMOJI": "fonts-noto-color-emoji"}
_OTHER = "fonts-noto-core"


def require_glyphs(texts: Iterable[str], fonts: tuple[Path, ...] | None = None) -> None:
    """Raise MissingGlyphs, which says what to install, where a character of the texts cannot be drawn.

    fonts: the files to ask, by default those installed.
    """
    missing = missing_glyphs(texts, fonts)
    if missing:
        raise MissingGlyphs(missing, sorted({package_for(sign) for sign in missing}))


def missing_glyphs(texts: Iterable[str], fonts: tuple[Path, ...] | None = None) -> list[str]:
    """The characters without a glyph, in the order of their code points."""
    wanted = {sign for text in texts for sign in seen_characters(text)}
    for path in installed_fonts() if fonts is None else fonts:
        if not wanted:
            break
        known = _characters(path)
        wanted = {sign for sign in wanted if ord(sign) not in known}
    return sorted(wanted)


def package_for(sign: str) -> str:
    """The package of Debian that brings the character."""
    name = unicodedata.name(sign, "")
    if name.startswith("CJK") or (unicodedata.east_asian_width(sign) in "WF" and unicodedata.category(sign) != "So"):
        return _PACKAGES["CJK"]
    return _PACKAGES["EMOJI"] if unicodedata.category(sign) == "So" else _OTHER


@cache
def installed_fonts() -> tuple[Path, ...]:
    """The font files of this machine, those that hold Chinese first: by fontconfig where it is, else by folders."""
    files = _listed() or _walked()
    return tuple(sorted(files, key=_turn))


def _listed() -> list[Path]:
    program = shutil.which("fc-list")
    if program is None:
        return []
    listing = subprocess.run([program, "--format", "%{file}\\n"], capture_output=True, text=True, check=False)  # noqa: S603
    return [Path(line) for line in dict.fromkeys(listing.stdout.splitlines()) if line.lower().endswith(_ENDINGS)]


def _walked() -> list[Path]:
    places = {"windir": os.environ.get("WINDIR", "C:/Windows"), "local": os.environ.get("LOCALAPPDATA", "~")}
    folders = [Path(each.format(**places)).expanduser() for each in _FOLDERS]
    files = (path for folder in folders if folder.is_dir() for path in folder.rglob("*"))
    return [path for path in files if path.suffix.lower() in _ENDINGS]


def _turn(path: Path) -> tuple[int, str]:
    name = path.name.lower()
    return next((i for i, part in enumerate(_FIRST) if part in name), len(_FIRST)), name


@cache
def _characters(path: Path) -> frozenset[int]:
    """The code points of a font file; of a collection those of its first font: the others draw the same characters."""
    try:
        if path.suffix.lower() in (".ttc", ".otc"):
            with TTCollection(path, lazy=True) as collection:
                return frozenset(collection.fonts[0].getBestCmap() or ())
        with TTFont(path, lazy=True) as font:
            return frozenset(font.getBestCmap() or ())
    except (TTLibError, OSError):
        # A damaged file draws nothing; the browser passes over it too.
        return frozenset()
