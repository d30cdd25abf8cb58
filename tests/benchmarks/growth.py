"""How the time of reading grows with the length of hostile texts: eight times the text should take eight times as long.

`python -m tests.benchmarks.growth`
"""

from __future__ import annotations

import time
from collections.abc import Callable

from ..shipped_reading import clean_text, mentions_in, period_mentions

READERS: tuple[Callable[[str], object], ...] = (clean_text, mentions_in, period_mentions)
SCRAPS = (",", "(", "1", "1、", "习(", " ", "1 ", "百分之", "截至", "一、", "同比增长", "12件")
SHORT, TIMES, RUNS = 60_000, 8, 3


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
    for read in READERS:
        growths = {}
        for scrap in SCRAPS:
            short = scrap * (SHORT // len(scrap))
            growths[scrap] = seconds(read, short * TIMES) / max(seconds(read, short), 1e-4)
        worst = max(growths, key=lambda scrap: growths[scrap])
        print(f"{read.__name__}: {TIMES} times the text takes at most {growths[worst]:.1f} times as long ({worst!r})")


if __name__ == "__main__":
    main()
