"""The record of evaluations: tests/gold/SCORES.md for people, last.json to tell what the next run gains and loses."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from faheng.errors import FahengError, UnwritableFile
from faheng.evaluation.annotation import Annotation
from faheng.evaluation.score import Evaluation, Tally

HEADING = """# Scores

Found against gold, appended by `faheng evaluate --record`. An invented value counts as wrong and its gold as missed.
"""
COLUMNS = "| report | precision | recall | F1 | found | missed | wrong |\n|---|---|---|---|---|---|---|"


class DamagedRecord(FahengError):
    """The record of the last run is not what this command wrote."""


@dataclass(frozen=True)
class Difference:
    """What a run found that the recorded one had not, and the other way round; the same for wrong answers."""

    gained: tuple[str, ...]
    lost: tuple[str, ...]
    newly_wrong: tuple[str, ...]
    no_longer_wrong: tuple[str, ...]


def difference(score: Evaluation, gold: str, folder: Path) -> Difference | None:
    """Against the recorded run on the same gold; None where there is none."""
    last = read_last(folder).get(gold)
    if last is None:
        return None
    now = keys(score)
    return Difference(
        gained=surplus(now["found"], last["found"]),
        lost=surplus(last["found"], now["found"]),
        newly_wrong=surplus(now["wrong"], last["wrong"]),
        no_longer_wrong=surplus(last["wrong"], now["wrong"]),
    )


def surplus(first: list[str], second: list[str]) -> tuple[str, ...]:
    """What the first list has more of than the second, sorted."""
    return tuple(sorted((Counter(first) - Counter(second)).elements()))


def keys(score: Evaluation) -> dict[str, list[str]]:
    """The found and the wrong figures of a run as last.json keeps them."""
    return {
        "found": sorted(gold.key for gold, _ in score.found),
        "wrong": sorted(each.key for each in score.wrong),
    }


def read_last(folder: Path) -> dict[str, dict[str, list[str]]]:
    """last.json: gold file -> found and wrong figures; empty where no run was recorded."""
    path = folder / "last.json"
    if not path.is_file():
        return {}
    try:
        runs = json.loads(path.read_text(encoding="utf-8"))
        return {gold: {"found": list(run["found"]), "wrong": list(run["wrong"])} for gold, run in runs.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise DamagedRecord(f"{path}: not a record of scores; restore it from the repository or delete it") from None


def record(score: Evaluation, gold: str, folder: Path, day: date) -> None:
    """Append the run to SCORES.md and put it in place of the last one on the same gold.

    Raises DamagedRecord, and UnwritableFile where the system does not let us write in the folder.
    """
    runs = read_last(folder) | {gold: keys(score)}
    changed = difference(score, gold, folder)
    section = "\n".join(table(score, gold, day, changed))
    last = json.dumps(runs, ensure_ascii=False, indent=1, sort_keys=True)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        scores = folder / "SCORES.md"
        before = scores.read_text(encoding="utf-8") if scores.is_file() else HEADING
        write(scores, f"{before}\n{section}\n")
        write(folder / "last.json", last + "\n")
    except OSError as error:
        raise UnwritableFile(str(folder), error.strerror or str(error)) from error


def write(path: Path, text: str) -> None:
    """The text as UTF-8; names that are none are escaped."""
    path.write_text(text, encoding="utf-8", errors="backslashreplace")


def table(score: Evaluation, gold: str, day: date, changed: Difference | None) -> Iterator[str]:
    """The run as a dated section of SCORES.md."""
    yield f"## {day.isoformat()}, {gold}\n"
    yield COLUMNS
    for name, tally in (*score.by("report").items(), ("all", score.total)):
        yield f"| {name} | {numbers(tally, ' | ')} |"
    yield f"\nAttributes: {attributes(score)}. Traps taken: {score.traps}."
    if changed:
        yield f"Against the run before: {len(changed.gained)} gained, {len(changed.lost)} lost."


def numbers(tally: Tally, between: str) -> str:
    """0.990 | 1.000 | 0.995 | 95 | 0 | 1."""
    shares = (f"{share:.3f}" for share in (tally.precision, tally.recall, tally.f1))
    return between.join((*shares, str(tally.found), str(tally.missed), str(tally.wrong)))


def attributes(score: Evaluation) -> str:
    """bound 1.000, period_kind 0.990 …."""
    return ", ".join(f"{name} {share:.3f}" for name, share in score.attributes.items())


def shown(each: Annotation) -> str:
    """A figure on one line, with the words it was read from."""
    return f"{each.key}  {each.phrase}".rstrip()


def summary(score: Evaluation, changed: Difference | None) -> Iterator[str]:
    """What `faheng evaluate` prints: each fault, the tallies, what changed, and the sums last."""
    yield from (f"missed  {shown(each)}" for each in score.missed)
    yield from (f"wrong   {shown(each)}" for each in score.wrong)
    for field in ("report", "indicator"):
        tallies = score.by(field)
        width = max(map(len, tallies), default=0)
        yield from (f"{field}  {name:{width}}  {numbers(tally, '  ')}" for name, tally in tallies.items())
    for label, keys_of in vars(changed).items() if changed else ():
        yield from (f"{label.replace('_', ' ')}  {each}" for each in keys_of)
    yield f"attributes  {attributes(score)}"
    total = score.total
    yield (
        f"precision {total.precision:.3f}  recall {total.recall:.3f}  F1 {total.f1:.3f}  "
        f"found {total.found}  missed {total.missed}  wrong {total.wrong}  traps {score.traps}"
    )
