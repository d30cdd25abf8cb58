"""A plan made into a briefing: its views of today with their facts, and what explains them, ready for any file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from urllib.parse import urlencode

import pandas as pd
import plotly.graph_objects as go

from faheng.briefing.contents import PICTURE_WIDTH, Briefing, BriefingView, Cover, Entry
from faheng.briefing.facts import asked_of, observations_of
from faheng.briefing.findings import findings_view
from faheng.briefing.plan import BriefingPlan, page_path
from faheng.briefing.planned import MadeView, made_view
from faheng.briefing.views import matrix_view, own_indicators, ranking_view, trend_view
from faheng.charts.look import LIGHT
from faheng.charts.notes import trend_reasons
from faheng.charts.signature import signed
from faheng.views.cached import rows
from faheng.views.selection import Language
from faheng.views.trend import chosen_span, chosen_trends
from faheng.words.catalogue import Words, words
from faheng.words.periods import as_date, date_text

__all__ = ["briefing_of", "standing_cover"]


def briefing_of(plan: BriefingPlan, language: Language, *, today: date, address: str = "") -> Briefing:
    """The briefing of the published snapshot.

    today: the day on which it is made, and its own where the plan has none. address: where the dashboard is reached,
    "http://127.0.0.1:8501", for the links in the files; without it there are none.
    """
    say = words(language)
    made = [made_view(each, language) for each in plan.views]
    cells = [_cells(each) for each in made]
    views = tuple(_view(each, held, address, say) for each, held in zip(made, cells, strict=True))
    day = as_date(plan.day or today)
    briefing = Briefing(
        cover=Cover(plan.title or _title(made, say), plan.unit, date_text(day, say)),
        language=language,
        snapshot=int(rows("pages/methods__snapshot")["number"].iloc[0]),
        made_on=today,
        views=views,
        problems=tuple(dict.fromkeys(each.problem for each in made if each.problem)),
        **_explained(pd.concat(cells, ignore_index=True) if cells else None, language, say),
    )
    return replace(briefing, views=tuple(_signed(each, briefing.made(say)) for each in views))


def _signed(view: BriefingView, made: str) -> BriefingView:
    """The view whose picture says what made it and where it is."""
    draw = view.figure
    if draw is None:
        return view
    return replace(view, figure=lambda: signed(draw(), f"{made}　{view.link}".rstrip(), PICTURE_WIDTH))


def standing_cover(plan: BriefingPlan, made: Sequence[MadeView], say: Words) -> Cover:
    """The cover that stands where the plan says nothing: of today."""
    return Cover(_title(made, say), "", plan.day or date.today().isoformat())


def _title(made: Sequence[MadeView], say: Words) -> str:
    """The title of a briefing whose plan has none: our place's name, where all views are of one."""
    places = dict.fromkeys(_ours(each) for each in made)
    if len(places) == 1 and next(iter(places)):
        return say("{place}: briefing on indicators of the rule of law", place=next(iter(places)))
    return say("Briefing on indicators of the rule of law")


def _ours(made: MadeView) -> str:
    own = made.cells.loc[made.cells["locality_code"] == made.view.ours, "locality"]
    return str(own.iloc[0]) if len(own) else ""


def _cells(made: MadeView) -> pd.DataFrame:
    """The cells behind a view, those without a value too: what is missing must be said, also over the years."""
    if made.planned.page != "trends":
        return made.cells
    view = made.view
    return view.comparable(view.cells(chosen_trends(view), years=chosen_span(view)))


def _view(made: MadeView, cells: pd.DataFrame, address: str, say: Words) -> BriefingView:
    view, chart = made.view, made.chart
    if made.findings is not None:
        told = {"title": made.title, "message": made.message, "note": "", "link": _link(made, address)}
        return findings_view(made.findings, say, **told)
    evidence = rows("pages/export__evidence", **asked_of(cells), language=view.language)
    link = _link(made, address)
    told = {"title": made.title, "message": made.message, "note": made.frame.note, "link": link}
    if made.planned.page == "trends":
        told["note"] = trend_reasons(cells, say)
        return trend_view(cells, evidence, say, ours=view.ours, selected=view.selection.beside, figure=_figure(made),
                          peers=chart.peers if chart else None, **told)  # fmt: skip
    if chart is None or cells["indicator_id"].nunique() > 1:
        return matrix_view(cells, evidence, say, **told)
    return ranking_view(cells, chart.benchmarks, evidence, say, ours=view.ours, selected=view.selection.beside,
                        peers=chart.peers, figure=_figure(made), **told)  # fmt: skip


def _link(made: MadeView, address: str) -> str:
    """Where the same view opens; "" where it is not said where the dashboard is reached."""
    if not address:
        return ""
    asked = urlencode({"place": made.view.ours, **made.planned.address})
    return f"{address.rstrip('/')}/{page_path(made.planned.page)}?{asked}"


def _figure(made: MadeView) -> Callable[[], go.Figure] | None:
    """The picture as its page shows it, with its frame and under the briefing's title: it stands alone."""
    chart = made.chart
    return None if chart is None else lambda: chart.draw(LIGHT, framed=True, width=PICTURE_WIDTH, title=made.title)


def _explained(cells: pd.DataFrame | None, language: Language, say: Words) -> dict[str, tuple[Entry, ...]]:
    """Definitions of the indicators shown, the meaning of the verdicts that occur, findings on the values shown."""
    if cells is None:
        return {}
    defined = rows("pages/export__definitions", indicators=own_indicators(cells), language=language)
    occurring = {str(verdict) for verdicts in cells["verdicts"] for verdict in verdicts}
    verdicts = rows("pages/methods__verdicts", language=language)
    verdicts = verdicts[verdicts["id"].isin(occurring)]
    found = rows("pages/export__findings", observations=observations_of(cells), language=language)
    where = (say(", ").join(filter(None, each)) for each in zip(found["locality"], found["report_title"], strict=True))
    return {
        "definitions": _entries(defined["indicator"], defined["definition"]),
        "verdicts": _entries(verdicts["name"], verdicts["meaning"]),
        "findings": _entries(where, found["explanation"]),
    }


def _entries(names: object, texts: object) -> tuple[Entry, ...]:
    return tuple(Entry(str(name), str(text)) for name, text in zip(names, texts, strict=True))  # type: ignore[call-overload]
