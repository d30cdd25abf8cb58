"""What a derived or implied value was made from, as a nested list down to the phrases, with the arithmetic between."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import pandas as pd

from faheng.ui.links import link
from faheng.ui.marks import evidence_phrase
from faheng.views.cached import rows
from faheng.views.tables import each
from faheng.views.view import View
from faheng.words.catalogue import Words
from faheng.words.derivations import arithmetic, sum_of_parts
from faheng.words.periods import date_text, row_period_text
from faheng.words.rows import text_of
from faheng.words.values import row_value_text

__all__ = ["derivation_tree"]

_DOT = " · "


def derivation_tree(row: pd.Series, view: View) -> str:
    """The tree of an observation's inputs as HTML; row: of evidence__observation. "" for a plain reported figure."""
    inputs = rows("pages/evidence__inputs", id=row["observation_id"], language=view.language)
    nodes = [one for _, one in each(inputs)]
    below = _below(row, text_of(row, "observation_id"), nodes, view.say)
    return f'<h3>{escape(view.say("Made from"))}</h3><div class="fh-tree">{below}</div>' if below else ""


def _below(row: pd.Series, own: str, nodes: Sequence[pd.Series], say: Words) -> str:
    """How the value comes from its direct inputs, then each of these with what it was made from itself."""
    inputs = [one for one in nodes if text_of(one, "parent_id") == own]
    added = sum_of_parts(row, say)
    sums = [*arithmetic(row, inputs, say), *([added] if added else [])]
    told = "".join(f'<p class="fh-sum">{escape(line)}</p>' for line in sums)
    listed = "".join(f"<li>{_node(one, nodes, say)}</li>" for one in inputs)
    return told + (f"<ul>{listed}</ul>" if listed else "")


def _node(one: pd.Series, nodes: Sequence[pd.Series], say: Words) -> str:
    own = text_of(one, "observation_id")
    value = link(row_value_text(one, say), "evidence", obs=own)
    head = (
        f'<p class="fh-node"><span class="fh-role">{escape(_role(text_of(one, "role"), say))}</span> '
        f"{escape(text_of(one, 'indicator'))} <b>{value}</b></p>"
        f'<p class="fh-note">{escape(_DOT.join(filter(None, _about(one, say))))}</p>'
    )
    phrase = text_of(one, "evidence_phrase")
    quoted = evidence_phrase(phrase, text_of(one, "value_text")) if phrase else ""
    source = f'<p class="fh-note">{escape(_source(one, say))}</p>' if phrase else ""
    return head + quoted + _below(one, own, nodes, say) + source


def _role(role: str, say: Words) -> str:
    return {
        "numerator": say("numerator"),
        "denominator": say("denominator"),
        "growth": say("the value after and its growth"),
    }[role]


def _about(one: pd.Series, say: Words) -> list[str]:
    """Place, scope, period and origin of a node."""
    origin = {
        "reported": say("stated in the report"),
        "derived": say("derived from counts"),
        "implied": say("implied by the stated growth"),
    }[text_of(one, "origin")]
    return [text_of(one, "locality"), text_of(one, "scope_name"), row_period_text(one, say), origin]


def _source(one: pd.Series, say: Words) -> str:
    told = (text_of(one, "report_title"), text_of(one, "publisher"), date_text(one["published_on"], say))
    return _DOT.join(filter(None, told))
