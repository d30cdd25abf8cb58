"""Dataset -> DuckDB snapshots, and back as rows for pages and exports."""
