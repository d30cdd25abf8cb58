"""What a derived or implied value was made from, as a nested list down to the phrases, with the arithmetic between."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from faheng.ui.links import Hyperlink, evidence_link
from faheng.ui.phrase import Phrase, marked_phrase
from faheng.views.evidence import InputValue, TracedValue, inputs_of
from faheng.views.view import View
from faheng.words.catalogue import Words
from faheng.words.derivations import arithmetic, sum_of_parts
from faheng.words.periods import cell_period_text, date_text
from faheng.words.values import cell_value_text

__all__ = ["Branch", "Tree", "derivation_tree"]

_DOT = " · "


@dataclass(frozen=True, slots=True)
class Tree:
    """How a value comes from its direct inputs, a line a step, and each of these."""

    steps: tuple[str, ...]
    branches: tuple[Branch, ...]

    def __bool__(self) -> bool:
        """False for a plain reported figure, which was made from nothing else."""
        return bool(self.steps or self.branches)


@dataclass(frozen=True, slots=True)
class Branch:
    """An input: its role, name and value, what it is, its phrase and report, and what it was made from itself."""

    role: str
    indicator: str
    value: Hyperlink
    about: str
    phrase: Phrase | None
    below: Tree
    source: str


def derivation_tree(traced: TracedValue, view: View) -> Tree:
    """The tree of an observation's inputs; empty for a plain reported figure."""
    return _tree(traced, inputs_of(traced.observation_id, view), view.say)


def _tree(made: TracedValue | InputValue, nodes: Sequence[InputValue], say: Words) -> Tree:
    inputs = [node for node in nodes if node.parent_id == made.observation_id]
    steps = (*arithmetic(made, inputs, say), sum_of_parts(made, say))
    return Tree(tuple(filter(None, steps)), tuple(_branch(node, nodes, say) for node in inputs))


def _branch(node: InputValue, nodes: Sequence[InputValue], say: Words) -> Branch:
    return Branch(
        role=_role(node.role, say),
        indicator=node.indicator,
        value=evidence_link(cell_value_text(node, say), node.observation_id),
        about=_DOT.join(filter(None, _about(node, say))),
        phrase=marked_phrase(node.evidence_phrase, node.value_text) if node.evidence_phrase else None,
        below=_tree(node, nodes, say),
        source=_source(node, say) if node.evidence_phrase else "",
    )


def _role(role: str, say: Words) -> str:
    return {
        "numerator": say("numerator"),
        "denominator": say("denominator"),
        "summand": say("part of the sum"),
        "growth": say("the value after and its growth"),
    }[role]


def _about(node: InputValue, say: Words) -> tuple[str, ...]:
    """Place, scope, period and origin of a node."""
    origin = {
        "reported": say("stated in the report"),
        "derived": say("derived from counts"),
        "implied": say("implied by the stated growth"),
    }[node.origin]
    return node.locality, node.scope_name, cell_period_text(node, say), origin


def _source(node: InputValue, say: Words) -> str:
    return _DOT.join(filter(None, (node.report_title, node.publisher, date_text(node.published_on, say))))
