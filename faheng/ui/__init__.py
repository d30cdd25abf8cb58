"""What the reader sees: the only part of Faheng that imports Streamlit."""
