"""The selection of an address -> what a view shows: cells, words, figures, tables. No Streamlit: exports use it."""
