"""The reading of one figure as a form: indicator by search, value, bound, scope, period; gives what differs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import streamlit as st

from faheng.intake.figures import ReviewedFigure
from faheng.intake.review import OpenReport
from faheng.model import Bound, Observation, PeriodKind
from faheng.model.printed import printed_value
from faheng.ui.outside import literal
from faheng.views.catalogue import catalogue
from faheng.views.view import View
from faheng.words.catalogue import Words
from faheng.words.options import option_text

__all__ = ["FigureEdit", "FigureFields", "figure_fields", "figure_form"]

BOUNDS = (Bound.EXACT, Bound.AT_LEAST, Bound.AT_MOST, Bound.ABOUT)
EARLIEST = date(1985, 1, 1)


@dataclass(frozen=True)
class FigureFields:
    """What the form says of a figure. value: the numeral as it is printed, "2.1万"; days: None where there is none."""

    indicator: str
    value: str
    bound: str
    scope: str
    period_kind: str
    period_start: date | None
    period_end: date | None

    def cells(self) -> dict[str, str]:
        """The same as columns of an observations file."""
        number = printed_value(self.value)
        return {
            "indicator": self.indicator,
            "value_text": self.value,
            "value": self.value if number is None else f"{number.normalize():f}",
            "bound": self.bound,
            "scope": self.scope,
            "period_kind": self.period_kind,
            "period_start": self.period_start.isoformat() if self.period_start else "",
            "period_end": self.period_end.isoformat() if self.period_end else "",
            "period_basis": "stated",
        }


@dataclass(frozen=True)
class FigureEdit:
    """What a form says, and which columns of an observations file that changes; none where it says what stands."""

    said: FigureFields
    changes: Mapping[str, str]


def figure_form(
    report: OpenReport, figure: ReviewedFigure, view: View, begun: FigureFields | None = None
) -> FigureEdit:
    """Draw the form of a figure. begun: what its reader had entered before somebody else decided on it."""
    standing = fields_of(figure.now)
    key = f"{report.id}-{figure.key}" + (f"-{report.state.version}" if begun else "")
    said = figure_fields(begun or standing, key, report, view)
    return FigureEdit(said, changed_cells(standing, said))


def changed_cells(standing: FigureFields, said: FigureFields) -> dict[str, str]:
    """The columns that differ; all of a period where one of its columns does."""
    if said == standing:
        return {}
    before, after = standing.cells(), said.cells()
    changed = {name: text for name, text in after.items() if text != before[name]}
    if not {"period_kind", "period_start", "period_end"} & set(changed):
        return changed
    return {**changed, **{name: after[name] for name in ("period_kind", "period_start", "period_end", "period_basis")}}


def fields_of(one: Observation) -> FigureFields:
    """The figure as its form begins."""
    return FigureFields(
        one.indicator_id, one.value_text, str(one.bound), one.scope, str(one.period_kind or PeriodKind.YEAR),
        one.period_start, one.period_end,
    )  # fmt: skip


def figure_fields(standing: FigureFields, key: str, report: OpenReport, view: View) -> FigureFields:
    """The fields of a form; key: of this figure alone."""
    say = view.say
    names = {each.id: option_text(each.name, each.initials) for each in catalogue(view.language)}
    indicator = st.selectbox(
        say("Indicator"), list(names), index=_at(list(names), standing.indicator) if standing.indicator else None,
        format_func=lambda each: names.get(each, each), key=f"fh-figure-indicator-{key}", filter_mode="contains",
        placeholder=say("Name or pinyin initials"),
    )  # fmt: skip
    with st.container(horizontal=True):
        value = st.text_input(say("Value as printed"), value=standing.value, key=f"fh-figure-value-{key}")
        bounds = bound_names(say)
        bound = st.selectbox(say("Bound"), list(bounds), index=_at(list(bounds), standing.bound),
                             format_func=bounds.__getitem__, key=f"fh-figure-bound-{key}")  # fmt: skip
    scopes = scope_names(report, view)
    scope = st.selectbox(say("Scope"), list(scopes), index=_at(list(scopes), standing.scope),
                         format_func=scopes.__getitem__, key=f"fh-figure-scope-{key}")  # fmt: skip
    return FigureFields(indicator or "", value.strip(), bound, scope, *_period(standing, key, say))


def _period(standing: FigureFields, key: str, say: Words) -> tuple[str, date | None, date | None]:
    kinds = kind_names(say)
    kind = st.selectbox(say("Period"), list(kinds), index=_at(list(kinds), standing.period_kind),
                        format_func=kinds.__getitem__, key=f"fh-figure-kind-{key}")  # fmt: skip
    with st.container(horizontal=True):
        start = None
        if kind != PeriodKind.AS_OF:
            start = _day(say("From"), standing.period_start, f"fh-figure-start-{key}")
        end = _day(say("To"), standing.period_end, f"fh-figure-end-{key}")
    return kind, start, end


def _day(label: str, value: date | None, key: str) -> date | None:
    last = date(date.today().year + 1, 12, 31)
    found = st.date_input(label, value=value, min_value=EARLIEST, max_value=last, key=key, format="YYYY-MM-DD")
    return found if isinstance(found, date) else None


def _at(options: list[str], value: str) -> int:
    return options.index(value) if value in options else 0


def bound_names(say: Words) -> Mapping[str, str]:
    """How the printed number limits the true one."""
    return {
        Bound.EXACT: say("exact"), Bound.AT_LEAST: say("at least"), Bound.AT_MOST: say("at most"),
        Bound.ABOUT: say("about"),
    }  # fmt: skip


def kind_names(say: Words) -> Mapping[str, str]:
    """The kinds of periods."""
    return {
        PeriodKind.YEAR: say("a year"), PeriodKind.PART_YEAR: say("a part of a year"),
        PeriodKind.MULTI_YEAR: say("several years"), PeriodKind.SINCE: say("since a day"),
        PeriodKind.AS_OF: say("as of a day"),
    }  # fmt: skip


def scope_names(report: OpenReport, view: View) -> Mapping[str, str]:
    """What the figure is of: the whole place, or a part of it."""
    scopes = report.judge.reference.scopes
    names = {each.id: literal(view.say.pick(each.name_zh, each.name_en)) for each in scopes}
    return {"": view.say("the whole place"), **names}
