"""How the time of reading grows with the length of hostile texts: eight times the text should take eight times as long.

`python -m tests.benchmarks.growth`
"""

from __future__ import annotations

import time
from collections.abc import Callable

from faheng.reading.about.about import ReportAbout
from faheng.reading.texts.original import Original

from ..shipped_reading import clean_text, mentions_in, period_mentions, read_report

SCRAPS = (",", "(", "1", "1、", "习(", " ", "1 ", "百分之", "截至", "一、", "同比增长", "12件")
SENTENCES = ("全年受理行政复议案件127件。", "全年受理行政复议案件127件", "受理行政复议案件127件\n", "出庭应诉率100%,")
SHORT, TIMES, RUNS = 60_000, 8, 3


def whole(text: str) -> object:
    """The whole reading of a report."""
    return read_report(Original("report", text, "txt", ""), ReportAbout("report"))


# Each reader with its texts, and how many characters the shorter of two texts has.
READERS: tuple[tuple[Callable[[str], object], tuple[str, ...], int], ...] = (
    *((read, SCRAPS, SHORT) for read in (clean_text, mentions_in, period_mentions)),
    (whole, SENTENCES, SHORT // 5),
)


def seconds(read: Callable[[str], object], text: str) -> float:
    """The least of three runs, in processor time."""
    taken = []
    for _ in range(RUNS):
        begun = time.process_time()
        read(text)
        taken.append(time.process_time() - begun)
    return min(taken)


def main() -> None:
    """The worst growth of each reader."""
    for read, scraps, length in READERS:
        growths = {}
        for scrap in scraps:
            short = scrap * (length // len(scrap))
            growths[scrap] = seconds(read, short * TIMES) / max(seconds(read, short), 1e-4)
        worst = max(growths, key=lambda scrap: growths[scrap])
        print(f"{read.__name__}: {TIMES} times the text takes at most {growths[worst]:.1f} times as long ({worst!r})")


if __name__ == "__main__":
    main()
