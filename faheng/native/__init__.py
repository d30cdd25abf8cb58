"""Charts that an office program draws by itself: cells -> categories and series -> DrawingML."""
