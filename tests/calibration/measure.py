"""Judged readings -> links.csv: what speaks against each link that is read, and whether persons found it right.

    python tests/calibration/measure.py [SHARED]

Reads the reports of SHARED (default ../shared) and the texts of tests/gold by the reader of today, and holds each link
against its gold. Rows of earlier readers ("mended": wrong links that are read no more) stay as they are, for they show
what a text of another hand may bring, and so do those of pages. No text is kept, only the signs.
"""

from __future__ import annotations

import csv
import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from faheng.paths import GOLD  # noqa: E402 (the project is found by its place)
from faheng.reading.about.given import read_given  # noqa: E402
from faheng.reading.figures.confidence import Weighed  # noqa: E402
from faheng.reading.files import files_in  # noqa: E402
from faheng.reading.flow import read_report  # noqa: E402
from faheng.reading.lexicon import lexicon  # noqa: E402
from faheng.reading.texts.files import read_reports  # noqa: E402

LINKS = Path(__file__).with_name("links.csv")
HEADER = ("set", "reader", "report", "indicator", "value", "right", "signs")
# Excerpts of public pages, judged when they were first read; their texts are not kept.
KEPT = "pages"
OWN_SETS = ("f", "g", "h", "i", "j")
Gold = dict[tuple[str, str], dict[Decimal, bool | None]]


def main(shared: Path) -> None:
    """Write the file anew."""
    rows = csv.DictReader(LINKS.open(encoding="utf-8"))
    kept = [row for row in rows if row["reader"] == "mended" or row["set"] == KEPT]
    rows = [*measured(shared), *kept]
    with LINKS.open("w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, HEADER, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)
    print(f"{LINKS}: {len(rows)} links, {sum(row['right'] == 'no' for row in rows)} wrong")


def measured(shared: Path) -> Iterator[dict[str, str]]:
    """A row for each link that the gold judges."""
    sets = {
        "districts": (shared / "reports/districts", [GOLD / "labels/districts.jsonl"]),
        "provinces": (shared / "reports/provinces", [GOLD / "labels/provinces.jsonl"]),
        "trends": (shared / "reports/trends", [shared / "gold/trends.jsonl"]),
        **{name: (GOLD / "texts" / name, sorted((GOLD / "texts" / name).glob("*.jsonl"))) for name in OWN_SETS},
    }
    for name, (folder, files) in sets.items():
        gold = judged(files)
        closed = name == "trends"
        for weighed in links_of(folder):
            right = verdict(weighed, gold, closed=closed)
            if right is not None:
                yield row_of(name, weighed, right=right)


def judged(files: list[Path]) -> Gold:
    """Report and indicator -> value -> whether it is right; None for an optional one."""
    gold: Gold = defaultdict(dict)
    for file in files:
        for line in filter(str.strip, file.read_text(encoding="utf-8").splitlines()):
            fact = json.loads(line)
            right = False if fact.get("trap") else None if fact.get("optional") else True
            gold[fact["report"], fact["indicator"]][Decimal(str(fact["value"]))] = right
    return gold


def links_of(folder: Path) -> Iterator[Weighed]:
    """Every link that is read in the reports of the folder."""
    known = lexicon()
    given = read_given(folder / "reports.csv", known.reference.places.codes)
    for path in files_in([folder]):
        for original in read_reports(path, known.texts)[0]:
            if original.name in given:
                yield from read_report(original, given[original.name], known).weighed


def verdict(weighed: Weighed, gold: Gold, *, closed: bool) -> bool | None:
    """Whether the link is right; None where nobody judged it, and for a part of a sum.

    closed: only what stands in the gold was judged.
    """
    one = weighed.one
    values = gold.get((one.report_id, one.indicator_id), {})
    near = [right for value, right in values.items() if abs(value - one.value) <= Decimal("0.005")]
    if near:
        return near[0]
    part = bool(one.scope) and bool(values)
    return None if part or (closed and not values) else False


def row_of(name: str, weighed: Weighed, *, right: bool) -> dict[str, str]:
    """The link as a row."""
    one = weighed.one
    return {
        "set": name, "reader": "today", "report": one.report_id, "indicator": one.indicator_id,
        "value": f"{one.value.normalize():f}", "right": "yes" if right else "no",
        "signs": "|".join(sorted(weighed.signs)),
    }  # fmt: skip


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT.parent / "shared")
