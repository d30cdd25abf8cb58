"""links.csv -> the weights of data/wording/confidence.csv, with the reliability curve by cross-validation over reports.

    python -m venv SCRATCH && SCRATCH/bin/pip install scikit-learn
    SCRATCH/bin/python tests/calibration/fit.py [--write]

A logistic regression with a ridge penalty, for the wrong links are few. Three things keep it honest. Texts on which
wordings were written (all but districts, provinces and pages) have a term of their own, which no new report gets. Wrong
links that are read no more ("mended") count half. And what is said of a report comes from models that have not seen it:
these odds are held against what was right in those three, and stretched to fit (Platt, 1999).
"""

from __future__ import annotations

import csv
import sys
from itertools import pairwise
from pathlib import Path

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

LINKS = Path(__file__).with_name("links.csv")
WEIGHTS = Path(__file__).resolve().parents[2] / "data/wording/confidence.csv"
SIGNS = (
    "alone", "other_value", "carried_subject", "narrowed", "narrowed_far", "noun_behind", "and_others", "short_name",
    "last_resort", "listed",
)  # fmt: skip
UNSEEN = ("districts", "provinces", "pages")
PENALTY, FOLDS, SEEDS, MENDED = 0.3, 10, (1, 2, 3), 0.5
BINS = (0, 0.5, 0.8, 0.9, 0.94, 0.97, 0.98, 0.99, 1.01)
THRESHOLDS = (0.9, 0.94, 0.97, 0.98)


def main(*, write: bool) -> None:
    """Print the curve and the weights, and write the weights where that is asked for."""
    rows = [row for row in csv.DictReader(LINKS.open(encoding="utf-8")) if "damaged" not in row["signs"]]
    signs = np.array([[float(sign in row["signs"].split("|")) for sign in SIGNS] for row in rows])
    unseen = np.array([row["set"] in UNSEEN for row in rows])
    features = np.column_stack([signs, ~unseen])
    right = np.array([row["right"] == "yes" for row in rows])
    weights = np.array([MENDED if row["reader"] == "mended" else 1.0 for row in rows])
    groups = np.array([row["report"] for row in rows])
    held_out = np.mean([odds_of_others(features, right, weights, groups, seed) for seed in SEEDS], axis=0)
    stretch = LogisticRegression(C=1e6).fit(held_out[unseen, None], right[unseen], weights[unseen])
    factor, shift = stretch.coef_[0][0], stretch.intercept_[0]
    curve(1 / (1 + np.exp(-(factor * held_out[unseen] + shift))), right[unseen], weights[unseen])
    model = fitted(features, right, weights)
    found = {"base": factor * model.intercept_[0] + shift}
    found |= {sign: min(0.0, factor * weight) for sign, weight in zip(SIGNS, model.coef_[0], strict=False)}
    for sign, weight in found.items():
        print(f"{sign:16} {weight:6.2f}", "" if sign == "base" else f"{signs[:, SIGNS.index(sign)].sum():.0f} links")
    if write:
        written({sign: f"{weight:.2f}" for sign, weight in found.items()})


def fitted(features: np.ndarray, right: np.ndarray, weights: np.ndarray) -> LogisticRegression:
    """The penalised model."""
    return LogisticRegression(C=PENALTY, max_iter=5000).fit(features, right, weights)


def odds_of_others(
    features: np.ndarray, right: np.ndarray, weights: np.ndarray, groups: np.ndarray, seed: int
) -> np.ndarray:
    """Log-odds of each link by a model that has not seen its report."""
    odds = np.zeros(len(right))
    for seen, left in GroupKFold(FOLDS, shuffle=True, random_state=seed).split(features, right, groups):
        odds[left] = fitted(features[seen], right[seen], weights[seen]).decision_function(features[left])
    return odds


def curve(said: np.ndarray, right: np.ndarray, weights: np.ndarray) -> None:
    """What was said against what was right, by bins and from thresholds on."""
    print("| said | links | mean said | right | right, mended half |\n|---|---|---|---|---|")
    for low, high in pairwise(BINS):
        inside = (said >= low) & (said < high)
        if inside.any():
            half = np.average(right[inside], weights=weights[inside])
            shares = (f"{share:.3f}" for share in (said[inside].mean(), right[inside].mean(), half))
            print(f"| {low}–{min(high, 1)} | {inside.sum()} | {' | '.join(shares)} |")
    for threshold in THRESHOLDS:
        inside = said >= threshold
        today = inside & (weights == 1)
        print(
            f"from {threshold}: {inside.sum()} of {len(said)} links, right {right[inside].mean():.3f}; "
            f"of what is read today {today.sum()} of {(weights == 1).sum()}, right {right[today].mean():.3f}"
        )


def written(weights: dict[str, str]) -> None:
    """Put the weights into the file, and leave the rest of it as it is."""
    with WEIGHTS.open(encoding="utf-8", newline="") as source:
        table = list(csv.reader(source))
    for row in table[1:]:
        row[1] = weights.get(row[0], row[1])
    with WEIGHTS.open("w", encoding="utf-8", newline="") as target:
        csv.writer(target, lineterminator="\n").writerows(table)


if __name__ == "__main__":
    main(write="--write" in sys.argv)
