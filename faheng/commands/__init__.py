"""The commands of `faheng`, a module each, imported when called: `faheng serve` waits for no reader of reports."""
