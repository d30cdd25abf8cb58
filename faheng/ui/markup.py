"""Templates -> the interface's HTML: every text is escaped unless a template made it.

The templates stand in templates/. Their line breaks and indentation are for whoever reads them: the page gets each
template as one line, because a space between two tags can be seen.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

import markupsafe
from jinja2 import Environment, PackageLoader, StrictUndefined

from faheng.ui.outside import seen

__all__ = ["NOTHING", "Markup", "rendered"]


class Markup(markupsafe.Markup):
    """HTML as it goes to the page.

    Streamlit looks in any other text for a file of that name, and for the indentation of its lines, which for the
    style sheet took a twentieth of the time of a page.
    """

    __slots__ = ()

    def _repr_html_(self) -> str:
        """By this name Streamlit takes a text for HTML that is ready."""
        return str.__str__(self)


NOTHING = Markup()
Source = tuple[str, str, Callable[[], bool] | None]
_BETWEEN_TAGS = re.compile(r"(?<=[>}])\s*\n\s*|\s*\n\s*(?=[<{])")
_IN_TEXT = re.compile(r"\s*\n\s*")


class _OneLine(PackageLoader):
    """Reads a template as one line: nothing stands between its tags, one space between its words."""

    def get_source(self, environment: Environment, template: str) -> Source:
        source, path, fresh = super().get_source(environment, template)
        return _IN_TEXT.sub(" ", _BETWEEN_TAGS.sub("", source.strip())), path, fresh


@cache
def _environment() -> Environment:
    # With autoescape a template's own text is HTML, and whatever stands in {{ }} is text. A missing name is an error.
    return Environment(
        loader=_OneLine("faheng.ui"), autoescape=True, undefined=StrictUndefined, finalize=_finalize, auto_reload=False
    )


def _finalize(value: object) -> object:
    """A text as a page shows it: with the marks that would not be seen, or would turn what follows."""
    return seen(value) if isinstance(value, str) and not isinstance(value, markupsafe.Markup) else value


def rendered(template: str, **values: object) -> Markup:
    """The HTML of templates/<template>.html with these values.

    Raises jinja2.UndefinedError where the template asks for a value that is not given.
    """
    return Markup(_environment().get_template(f"{template}.html").render(**values).strip())  # escaped above
