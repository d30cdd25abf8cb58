"""What can go wrong, one class per failure, each message one line that says what to do.

Left out on purpose: programming mistakes. They keep Python's own exceptions and their traceback.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# Of the places that a name may mean.
MOST_MEANT = 12
# Of the places that have one fault.
MOST_PLACES = 3


# Not seen, or turning the direction of writing (Unicode TR 36, section 2.5), or half of a character; a line's end too.
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
# Characters of a line: the name of a file may have thousands.
LONGEST_LINE = 1000
_LAST_WORDS = 300


def in_a_line(text: str) -> str:
    """The text, part of which may come from outside, as a terminal may show it.

    What is not seen stands as its number (\\u202e); of a long line the middle is left out, the advice at its end stays.
    """
    line = _UNSEEN.sub(lambda sign: f"\\u{ord(sign[0]):04x}", text)
    return line if len(line) <= LONGEST_LINE else f"{line[: LONGEST_LINE - _LAST_WORDS]} … {line[-_LAST_WORDS:]}"


class FahengError(Exception):
    """Anything that a person, not a programmer, can put right; told in a line."""

    def __str__(self) -> str:
        return in_a_line(super().__str__())


class MissingWording(FahengError):
    """An interface message has no Chinese text in data/wording."""

    def __init__(self, message: str) -> None:
        super().__init__(f"no Chinese wording for {message!r}: add it to data/wording/locale")


@dataclass(frozen=True)
class Problem:
    """One fault in a data file: where it is, what is wrong and what to write instead.

    line and column count from 1 as an editor shows them; column is the name of the CSV column or TOML key.
    """

    file: str
    line: int
    column: str
    fault: str
    instead: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" + (f" [{self.column}]" if self.column else "")
        return f"{place}: {self.fault}; {self.instead}"


class DataProblems(FahengError):
    """The files under data/ cannot be built into a store; carries every problem found."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = problems
        super().__init__("\n".join(causes(problems)))

    def __str__(self) -> str:
        return "\n".join(in_a_line(cause) for cause in causes(self.problems))


def causes(problems: Sequence[Problem]) -> Iterator[str]:
    """One line a problem; of a cause with many, one line with their number and the first few places."""
    alike: dict[tuple[str, str, str], list[Problem]] = {}
    for each in problems:
        alike.setdefault((each.column, each.fault, each.instead), []).append(each)
    for found in alike.values():
        if len(found) <= MOST_PLACES:
            yield from map(str, found)
            continue
        places = ", ".join(f"{each.file}:{each.line}" for each in found[1:MOST_PLACES])
        yield f"{found[0]} ({len(found)} times: also {places}, …)"


class StoreMissing(FahengError):
    """No snapshot has been published yet."""


class StoreDamaged(FahengError):
    """The published snapshot cannot be read."""


class StoreTooNew(FahengError):
    """The snapshot was written by a later Faheng than this one."""


class StoreBusy(FahengError):
    """Another writer is at work on the same store."""


class UnknownQuery(FahengError):
    """No file of this name under queries/."""


class UnknownSnapshot(FahengError):
    """A snapshot was asked for that the store does not keep."""


class UnreadableFile(FahengError):
    """A file that no report can be read from: which one, what is wrong with it, and what to do instead."""

    def __init__(self, file: str, fault: str, instead: str) -> None:
        self.file, self.fault, self.instead = file, fault, instead
        super().__init__(f"{file}: {fault}; {instead}")

    def __reduce__(self) -> tuple[type[UnreadableFile], tuple[str, str, str]]:
        """How it goes from one process to another."""
        return UnreadableFile, (self.file, self.fault, self.instead)

    def renamed(self, file: str) -> UnreadableFile:
        """The same of the file by another name, such as its whole path."""
        return UnreadableFile(file, self.fault, self.instead)


class PicturesOnly(UnreadableFile):
    """A file that holds pictures of pages and no text: how many, and the SHA-256 of its bytes once that is known."""

    def __init__(self, file: str, fault: str, instead: str, pages: int, sha256: str = "") -> None:
        self.pages, self.sha256 = pages, sha256
        super().__init__(file, fault, instead)

    def renamed(self, file: str) -> PicturesOnly:
        """The same of the file by another name, such as its whole path."""
        return PicturesOnly(file, self.fault, self.instead, self.pages, self.sha256)


class MissingGlyphs(FahengError):
    """Characters that no installed font can draw; carries them and the packages that bring them."""

    def __init__(self, signs: list[str], packages: list[str]) -> None:
        self.signs, self.packages = signs, packages
        shown = "".join(signs[:20]) + ("…" if len(signs) > 20 else "")  # noqa: PLR2004
        codes = " ".join(f"U+{ord(sign):04X}" for sign in signs[:5])
        super().__init__(
            f"no installed font can draw {shown} ({codes}): on Debian and Ubuntu run "
            f"`apt-get install {' '.join(packages)}`, on Windows install a font that has them, such as Microsoft YaHei"
        )


class NoBrowser(FahengError):
    """No Chrome that could draw a picture."""

    def __init__(self, said: str) -> None:
        super().__init__(
            "pictures (PNG, SVG, PDF) need an installed Chrome, Chromium or Edge: on Debian and Ubuntu run "
            f"`apt-get install chromium`; everything else works without ({said})"
        )


class PlanFault(FahengError):
    """A briefing's plan cannot be used: which file, what is wrong with it, and what to do instead."""

    def __init__(self, file: str, fault: str, instead: str) -> None:
        self.file, self.fault, self.instead = file, fault, instead
        super().__init__(f"{file}: {fault}; {instead}")


class UnknownPlace(FahengError):
    """A place was asked for that the store does not hold, or by a name that several have: then these are named."""

    def __init__(self, name: str, meant: Sequence[str] = ()) -> None:
        if meant:
            listed = ", ".join(meant[:MOST_MEANT])
            super().__init__(f"{name!r} names {len(meant)} places: give the code of one ({listed})")
        else:
            super().__init__(
                f"no place {name!r} in the store: give its full name or its code, as in data/reference/localities.csv"
            )


class UnwritableFile(FahengError):
    """A file or folder that the system does not let us write: which one, and what the system says."""

    def __init__(self, path: str, said: str, instead: str = "choose another place for it") -> None:
        super().__init__(f"{path}: it cannot be written ({said}); {instead}")


class CannotListen(FahengError):
    """The server cannot have the address or the port that was asked for."""


class NothingToRead(FahengError):
    """None of the folders named holds a file that could be a report."""

    def __init__(self, paths: Sequence[str], suffixes: Sequence[str]) -> None:
        super().__init__(f"{', '.join(paths)}: nothing to read; a report ends in {', '.join(suffixes)}")


class NotPublished(FahengError):
    """A snapshot could not be made; what was published stays."""


class NotAllowed(FahengError):
    """Somebody asked for what his role does not allow."""

    def __init__(self, who: str, action: str) -> None:
        self.who, self.action = who, action
        super().__init__(f"{who or 'somebody who is not signed in'} may not {action}")


class BadSetting(FahengError):
    """An environment variable that sets something holds what it cannot be: which one, and what to write."""

    def __init__(self, name: str, value: str, instead: str) -> None:
        super().__init__(f"{name} is {value[:40]!r}; {instead}")


class LedgerUnavailable(FahengError):
    """The ledger cannot be read or written: which one, what the database says, and what to do."""

    def __init__(self, ledger: str, said: str, instead: str) -> None:
        super().__init__(f"{ledger}: the ledger cannot be used ({said}); {instead}")


class LedgerTooNew(FahengError):
    """A later Faheng wrote the ledger."""

    def __init__(self, ledger: str, found: int, known: int) -> None:
        super().__init__(f"{ledger} has form {found}, this Faheng knows {known}: update Faheng")


class LedgerTooOld(FahengError):
    """The ledger waits to be brought to the form of this Faheng, which a person does."""

    def __init__(self, ledger: str, found: int, known: int) -> None:
        super().__init__(f"{ledger} has form {found}, this Faheng needs {known}: run `faheng ledger upgrade`")


class LedgerInUse(FahengError):
    """A ledger cannot be copied as it is now: which one, why, and what to do."""

    def __init__(self, ledger: str, fault: str, instead: str) -> None:
        super().__init__(f"{ledger}: {fault}; {instead}")


class ShelfUnavailable(FahengError):
    """The place of snapshots for other machines cannot be used: which one, why, and what to do."""

    def __init__(self, shelf: str, said: str, instead: str) -> None:
        super().__init__(f"{shelf}: the shelf cannot be used ({said}); {instead}")


class ShelfDamaged(ShelfUnavailable):
    """What the shelf says is published cannot be read, as after a publisher that ended in the middle."""


class ShelfOvertaken(FahengError):
    """Somebody else published on the shelf in between."""

    def __init__(self, shelf: str) -> None:
        super().__init__(f"{shelf}: somebody else has published meanwhile; look at what they did, then publish again")


class Overtaken(FahengError):
    """Somebody else decided on the same report in between; nothing was noted."""

    def __init__(self, report: str, who: str = "somebody else") -> None:
        super().__init__(f"{report}: {who} has decided on it meanwhile; look at it again, then decide")


class CannotDecide(FahengError):
    """A decision that cannot be noted: on what, why, and what to do instead."""

    def __init__(self, on: str, fault: str, instead: str) -> None:
        self.on, self.fault, self.instead = on, fault, instead
        super().__init__(f"{on}: {fault}; {instead}")


class DocumentDamaged(FahengError):
    """A stored document is missing or is not what its sum says."""

    def __init__(self, sha256: str, said: str) -> None:
        super().__init__(f"the document {sha256[:12]} cannot be read ({said}): import it again")


class ReadingDamaged(FahengError):
    """A stored reading is missing or torn."""

    def __init__(self, path: str, said: str) -> None:
        super().__init__(f"{path}: the reading cannot be used ({said}): run `faheng import --again`")
