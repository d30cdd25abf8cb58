"""What Streamlit itself needs: one selectbox, one Plotly chart of the size of ours."""

import plotly.graph_objects as go
import streamlit as st

st.set_page_config(layout="wide")
left, right = st.columns([1, 3], gap="large")
chosen = left.selectbox("Which", [f"Option {n}" for n in range(10, 30)], key="which")
first = int(chosen.split()[1])
figure = go.Figure(
    go.Bar(x=[(first * n) % 97 for n in range(1, 9)], y=[f"Place {n}" for n in range(8)], orientation="h")
)
figure.update_layout(height=420, title=chosen)
right.plotly_chart(figure, theme=None, config={"displayModeBar": False}, key="chart")
