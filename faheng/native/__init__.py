"""Charts that an office program draws by itself: rows -> categories and series -> DrawingML."""
