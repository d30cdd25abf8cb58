"""Reports that users bring: documents, their readings, what people decided of them, and the snapshot made of it all."""
