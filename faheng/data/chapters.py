"""data/reference/chapters*.csv -> the chapters of the national outline, and the indicators that stand apart in one."""

from __future__ import annotations

from collections.abc import Sequence

from faheng.data.table import Row
from faheng.model import Chapter, ChapterApart

HEADERS = {
    "chapters": ("id", "name_zh", "name_en", "themes"),
    "chapters_apart": ("indicator", "chapter", "reason_zh", "reason_en"),
}


def chapters(rows: Sequence[Row], ids: dict[str, set[str]]) -> tuple[Chapter, ...]:
    """The lines of chapters.csv; every theme stands in one of them and in no second."""
    placed: set[str] = set()
    read = []
    for row in rows:
        themes = tuple(filter(None, row.text("themes").split("|")))
        for theme in themes:
            if theme not in ids["themes"]:
                row.fault("themes", f"unknown theme {theme!r}", "use ids of data/reference/themes.csv, joined by |")
            if theme in placed:
                row.fault("themes", f"{theme!r} stands in an earlier chapter too", "leave it in one of the two")
        placed.update(themes)
        read.append(Chapter(row.needed("id"), row.needed("name_zh"), row.needed("name_en"), themes))
    for theme in sorted(ids["themes"] - placed) if rows else ():
        rows[-1].fault("themes", f"no chapter names the theme {theme!r}", "add it to one of the lines")
    return tuple(read)


def chapter_apart(row: Row, ids: dict[str, set[str]]) -> ChapterApart:
    """One line of chapters_apart.csv."""
    about = row.known("indicator", ids["indicators"], "data/reference/indicators.csv")
    chapter = row.known("chapter", ids["chapters"], "data/reference/chapters.csv")
    return ChapterApart(about, chapter, row.needed("reason_zh"), row.needed("reason_en"))
