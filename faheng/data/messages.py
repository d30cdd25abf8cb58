"""The Chinese of the interface: data/wording/locale, compiled when it is read.

Left out on purpose: compiled .mo files. A domain expert corrects the .po and restarts; nothing else to run.
"""

from __future__ import annotations

from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from faheng.data.table import read_text
from faheng.errors import Problem

if TYPE_CHECKING:
    from babel.messages.catalog import Catalog

MESSAGES = "wording/locale/zh_CN/LC_MESSAGES/faheng.po"
# What the commands say about themselves, of which Click writes a part.
COMMANDS = "wording/locale/zh_CN/LC_MESSAGES/commands.po"


def read_messages(data: Path, problems: list[Problem]) -> GNUTranslations:
    """The catalogue of the folder; what is wrong with its file is added to problems, and it is then empty."""
    # ruff: noqa: PLC0415 (Babel brings all of the mail library with it; most commands say nothing in Chinese)
    from babel.messages.mofile import write_mo

    read = _catalogue(data, MESSAGES, problems)
    if read is None:
        return GNUTranslations()
    compiled = BytesIO()
    write_mo(compiled, read)
    compiled.seek(0)
    return GNUTranslations(compiled)


def read_pairs(data: Path, problems: list[Problem]) -> dict[str, str]:
    """English -> Chinese of what the commands say about themselves; faults are added to problems."""
    read = _catalogue(data, COMMANDS, problems)
    return {str(each.id): str(each.string) for each in read or () if each.id}


def _catalogue(data: Path, name: str, problems: list[Problem]) -> Catalog | None:
    from babel.messages.pofile import PoFileError, read_po

    text = read_text(data / name, problems)
    try:
        return read_po(BytesIO((text or "").encode()), locale="zh_CN", abort_invalid=True)
    except PoFileError as error:
        problems.append(Problem(f"data/{name}", error.lineno, "", f"is no catalogue ({error})", "mend this line"))
    except (ValueError, LookupError, UnicodeError) as error:
        problems.append(Problem(f"data/{name}", 1, "", f"is no catalogue ({error})", "put its header back"))
    return None
