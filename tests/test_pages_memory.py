"""What a page must not load: the dictionaries of pinyin are for builds."""

from __future__ import annotations

import subprocess
import sys

from faheng.paths import ROOT


def test_pages_do_without_the_dictionaries_of_builds() -> None:
    """55 MB in every server for names that the store already holds."""
    asked = "import sys, faheng.ui.view, faheng.briefing.made_view; print('pypinyin' in sys.modules)"
    answer = subprocess.run(  # noqa: S603 (our own command)
        [sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True, check=True
    )

    assert "False" == answer.stdout.strip()
