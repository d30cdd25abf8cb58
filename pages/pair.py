"""两地对照: our place and another side by side, over all that either reports."""

import streamlit as st

from faheng.briefing.basket import planned
from faheng.ui.links import briefing_link
from faheng.ui.markup import rendered
from faheng.ui.outside import literal
from faheng.ui.page import show
from faheng.ui.pair import pair_markup
from faheng.ui.view import begin
from faheng.views.cached import remember
from faheng.views.pair import other_place, pair


def content() -> None:
    view = begin("pair", "beside", "years")
    other = other_place(view)
    if not other:
        st.info(literal(view.say("Choose another place under “Beside it”: no other place of this level has a report.")))
        return
    plain = view.of_any_indicator
    st.html(remember(lambda: pair_markup(pair(other, plain), plain), "pair", other, *plain.seen))
    kept = planned(view, "pair", **{"with": other})
    st.html(rendered("actions", lines=[[briefing_link(kept, view)]]))


show(content)
