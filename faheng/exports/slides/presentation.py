"""The bytes of a template as those of a plain presentation (.pptx).

PowerPoint's templates (.potx) and files with macros (.pptm, .potm) are packages of the same parts under another content
type. python-pptx opens no template, and PowerPoint opens no .pptx that says it is one or holds macros.
"""

from __future__ import annotations

import zipfile
from io import BytesIO

__all__ = ["MACROS", "MAIN", "plain_presentation"]

_TYPES = "[Content_Types].xml"
_PLAIN = "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml"
_OTHERS = (
    "application/vnd.openxmlformats-officedocument.presentationml.template.main+xml",
    "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
    "application/vnd.ms-powerpoint.template.macroEnabled.main+xml",
)
# What the main part of a presentation may say it is.
MAIN = (_PLAIN, *_OTHERS)
# How the relationship to a part with macros ends; without it the part is not written.
MACROS = "/vbaProject"


def plain_presentation(content: bytes) -> bytes:
    """The package with its main part declared as that of a plain presentation; the same bytes where it already is.

    Raises what zipfile raises for what is no package.
    """
    with zipfile.ZipFile(BytesIO(content)) as archive:
        said = types = archive.read(_TYPES)
        for other in _OTHERS:
            types = types.replace(other.encode(), _PLAIN.encode())
        if types == said:
            return content
        plain = BytesIO()
        with zipfile.ZipFile(plain, "w", zipfile.ZIP_DEFLATED) as written:
            for entry in archive.infolist():
                written.writestr(entry, types if entry.filename == _TYPES else archive.read(entry))
    return plain.getvalue()
