"""Faheng's dashboard: names the pages and runs the chosen one; for the server, what stands before it."""

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

if get_script_run_ctx(suppress_warning=True) is None:
    # The server imports this file once; each page view runs it.
    from faheng.ui.gate import standing
    from faheng.ui.health import routes
    from faheng.ui.metrics import metrics_routes
    from faheng.ui.warm import warmed

    app = st.App(__file__, middleware=standing(), routes=[*routes(), *metrics_routes()], lifespan=warmed)
else:
    from faheng.ui.page import navigation, run

    st.set_page_config(page_title="法衡 Faheng", layout="wide", initial_sidebar_state="collapsed")
    run(st.navigation(navigation(), position="top"))
