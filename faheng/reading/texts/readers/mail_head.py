"""Whether a file is a mail: asked of every text, before anything that reads mails is loaded."""

from __future__ import annotations

import re

_HEAD = 4096
_HEADER = re.compile(
    rb"\s{0,8}(?:[A-Za-z][A-Za-z0-9-]{0,40}:[^\r\n]{0,998}\r?\n(?:[ \t][^\r\n]{0,998}\r?\n){0,40}){1,60}"
)
_IS_MAIL = re.compile(rb"^(?:mime-version|content-type|received|message-id|content-transfer-encoding):", re.I | re.M)


def is_mail(data: bytes) -> bool:
    """Whether a file begins with the headers of a mail, of which a web archive has some too."""
    head = _HEADER.match(data[:_HEAD])
    return head is not None and len(_IS_MAIL.findall(head[0])) > 0
