"""Web archives (MHT) and mails (EML): the page or the text in them. Pictures and other parts are not looked at.

Office programs save a web page as one such file, sometimes under the suffix doc.
"""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage, Message

from faheng.errors import UnreadableFile
from faheng.reading.texts.decode import decode
from faheng.reading.texts.lexicon import TextLexicon
from faheng.reading.texts.original import Content
from faheng.reading.texts.readers import html

_REPORTS = (".doc", ".docx", ".pdf", ".zip", ".txt", ".htm", ".html", ".wps", ".ofd")


def read(data: bytes, name: str, lexicon: TextLexicon) -> tuple[str, Content]:
    """Reader and content of the text. UnreadableFile where the report is only attached to it."""
    parts = list(message_from_bytes(data, policy=policy.default).walk())
    attached = [file for part in parts if (file := part.get_filename()) and file.lower().endswith(_REPORTS)]
    if attached and all(is_attached(part) for part in parts if part.get_filename()):
        raise UnreadableFile(name, "is a mail with files attached", "save the attached report and give that")
    for kind in ("text/html", "text/plain"):
        part = next((each for each in parts if each.get_content_type() == kind and not is_attached(each)), None)
        text = text_of(part, name, lexicon) if part is not None else ""
        if text.strip():
            return ("html", html.read(text, name, lexicon)) if kind == "text/html" else ("txt", Content(text))
    raise UnreadableFile(name, "is a mail or a web archive without text", "save it as a web page or as text")


def is_attached(part: Message | EmailMessage) -> bool:
    """Whether the part is a file that goes along, not the text."""
    return part.get_content_disposition() == "attachment"


def text_of(part: Message | EmailMessage, name: str, lexicon: TextLexicon) -> str:
    """The text of a part, whatever encoding it declares."""
    payload = part.get_payload(decode=True)
    declared = part.get_content_charset() or ""
    return decode(payload, lexicon, name=name, declared=declared) if isinstance(payload, bytes) and payload else ""
