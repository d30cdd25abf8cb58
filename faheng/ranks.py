"""Comparable cells -> ranges of ranks: never one league table.

Ranks are given among cells that may be compared, of one level of government, of one indicator whose direction is
known. Values that tie share a range; so do values whose 95% intervals overlap, because their order is not known
(Goldstein & Spiegelhalter 1996, on league tables and their limitations).
"""

from __future__ import annotations

import pandas as pd

from faheng.words.rows import is_comparable


def rank_ranges(cells: pd.DataFrame) -> pd.DataFrame:
    """The cells' ranks: columns rank_low, rank_high (1 = best) and ranked (how many were); missing where not ranked.

    cells: rows of shared__cells for one indicator, with distinct index. The result has the same index.
    """
    ranks = pd.DataFrame(index=cells.index, columns=["rank_low", "rank_high", "ranked"], dtype="Int64")
    if cells.empty or not cells["better"].iloc[0]:
        return ranks
    sign = 1 if cells["better"].iloc[0] == "higher" else -1
    known = cells[cells.apply(is_comparable, axis=1) & cells["value"].notna()]
    for _, peers in known.groupby("level"):
        if len(peers) > 1:
            low, high = _ends(peers, sign)
            for index in peers.index:
                surely_better = int((low > high[index]).sum())
                perhaps_better = int((high >= low[index]).sum())
                ranks.loc[index] = [surely_better + 1, perhaps_better, len(peers)]
    return ranks


def _ends(peers: pd.DataFrame, sign: int) -> tuple[pd.Series, pd.Series]:
    """The worst and the best that each value may be, turned so that more is better."""
    value = sign * peers["value"]
    one = (sign * peers["interval_low"]).fillna(value)
    other = (sign * peers["interval_high"]).fillna(value)
    return pd.concat([one, other], axis=1).min(axis=1), pd.concat([one, other], axis=1).max(axis=1)
