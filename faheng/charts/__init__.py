"""Rows in, Plotly figures (or a line of SVG, or a sentence) out. Nothing here knows Streamlit."""
