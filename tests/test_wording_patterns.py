"""A wording is made a pattern when it is first tried: what is asked of it before must be what the pattern would say."""

from __future__ import annotations

import re
import subprocess
import sys

from hypothesis import given
from hypothesis import strategies as st

from faheng.reading.figures.patterns import balanced, translated

PIECES = st.sampled_from(["(", ")", "[", "]", "|", "~", "~~", "审理", "案件", ".", "+", "{%}", "{件}", "{=零败诉}"])


@given(st.lists(PIECES, max_size=12))
def test_a_wording_is_a_pattern_where_its_brackets_are_closed(pieces):
    """A row that is no pattern must be a fault of its file, not an error of the first text that has its words."""
    text = "".join([*pieces, "{%}"])
    try:
        re.compile(translated(text))
    except re.error:
        assert not balanced(text)
    else:
        assert balanced(text)


def test_reading_a_plain_text_loads_no_library_of_other_files():
    """One text is read in the time that it takes, not in that of all that might have been read."""
    heavy = {"lxml", "pypdfium2", "docx", "email", "pandas", "duckdb", "pyarrow", "numpy.ma", "sqlalchemy"}
    code = f"import sys, faheng.commands.extract; print(sorted({heavy!r} & sys.modules.keys()))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603

    assert "[]" == done.stdout.strip()
