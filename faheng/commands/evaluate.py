"""`faheng evaluate`: what was extracted, against gold."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import click

from faheng.evaluation import record as scores
from faheng.evaluation.annotation import read_annotations
from faheng.evaluation.score import evaluate as compared
from faheng.paths import GOLD


@click.command()
@click.option("--gold", required=True, type=click.Path(exists=True, path_type=Path), help="The annotated figures.")
@click.option("--pred", required=True, type=click.Path(exists=True, path_type=Path), help="What `extract` printed.")
@click.option("--closed-to-gold", is_flag=True, help="Judge only the indicators that stand in the gold file.")
@click.option("--need", type=click.FloatRange(0, 1), default=0.0, show_default=True, help="Exit 1 below this F1.")
@click.option(
    "--record", is_flag=True, help="Append the scores to tests/gold/SCORES.md, for the next run to compare with."
)
def evaluate(gold: Path, pred: Path, closed_to_gold: bool, need: float, record: bool) -> None:
    """Compare extracted observations with gold: precision, recall, F1, attributes, and what was gained and lost."""
    score = compared(read_annotations(gold), read_annotations(pred), closed_to_gold=closed_to_gold)
    for line in scores.summary(score, scores.difference(score, gold.name, GOLD)):
        click.echo(line)
    if record:
        scores.record(score, gold.name, GOLD, date.today())
    sys.exit(0 if score.total.f1 >= need else 1)
