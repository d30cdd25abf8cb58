"""The Chinese of the interface: data/wording/locale, compiled when it is read.

Left out on purpose: compiled .mo files. A domain expert corrects the .po and restarts; nothing else to run.
"""

from __future__ import annotations

from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

from faheng.data.table import read_text
from faheng.errors import Problem

MESSAGES = "wording/locale/zh_CN/LC_MESSAGES/faheng.po"


def read_messages(data: Path, problems: list[Problem]) -> GNUTranslations:
    """The catalogue of the folder; what is wrong with its file is added to problems, and it is then empty."""
    # ruff: noqa: PLC0415 (Babel brings all of the mail library with it; most commands say nothing in Chinese)
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import PoFileError, read_po

    text = read_text(data / MESSAGES, problems)
    compiled = BytesIO()
    try:
        catalogue = read_po(BytesIO((text or "").encode()), locale="zh_CN", abort_invalid=True)
        write_mo(compiled, catalogue)
    except PoFileError as error:
        problems.append(Problem(f"data/{MESSAGES}", error.lineno, "", f"is no catalogue ({error})", "mend this line"))
        return GNUTranslations()
    except (ValueError, LookupError, UnicodeError) as error:
        problems.append(Problem(f"data/{MESSAGES}", 1, "", f"is no catalogue ({error})", "put its header back"))
        return GNUTranslations()
    compiled.seek(0)
    return GNUTranslations(compiled)
