"""Faheng's dashboard: names the pages and runs the chosen one."""

import streamlit as st

from faheng.ui.page import navigation, run

st.set_page_config(page_title="法衡 Faheng", layout="wide", initial_sidebar_state="collapsed")
run(st.navigation(navigation(), position="top"))
