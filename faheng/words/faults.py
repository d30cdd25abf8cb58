"""Why a file cannot be read and what to do about it, in the reader's words: the errors themselves are English."""

from __future__ import annotations

import re
from collections.abc import Callable

from faheng.words.catalogue import Words

__all__ = ["fault_of_line", "fault_sentence", "fragment"]

Said = Callable[[Words, "re.Match[str]"], str]
# A part of an error, which readers (faheng/reading/texts) and the pool write -> the same as a message.
FRAGMENTS: tuple[tuple[str, Said], ...] = (
    ("is empty", lambda say, _: say("is empty")),
    ("is an empty web page", lambda say, _: say("is an empty web page")),
    ("is an empty zip file", lambda say, _: say("is an empty zip file")),
    ("is an RTF file without text", lambda say, _: say("is an RTF file without text")),
    ("is a damaged RTF file", lambda say, _: say("is a damaged RTF file")),
    ("is a gzip file", lambda say, _: say("is a gzip file")),
    ("is a 7-Zip archive", lambda say, _: say("is a 7-Zip archive")),
    ("is a RAR archive", lambda say, _: say("is a RAR archive")),
    ("is a picture", lambda say, _: say("is a picture")),
    ("is a spreadsheet", lambda say, _: say("is a spreadsheet")),
    ("is a presentation", lambda say, _: say("is a presentation")),
    ("is an OpenDocument file", lambda say, _: say("is an OpenDocument file")),
    ("is an OFD file without pages", lambda say, _: say("is an OFD file without pages")),
    ("is a damaged OFD file", lambda say, _: say("is a damaged OFD file")),
    (r"is an electronic book.*", lambda say, _: say("is an electronic book (EPUB)")),
    ("is an Office file.*", lambda say, _: say("is an Office file, but no Word document")),
    ("is an old Office file.*", lambda say, _: say("is an old Office file, but no Word document")),
    ("is an old Word file and.*", lambda say, _: say("is an old Word file, and the server has no antiword to read it")),
    ("is a damaged or truncated PDF file", lambda say, _: say("is a damaged or truncated PDF file")),
    ("is a damaged or truncated zip file", lambda say, _: say("is a damaged or truncated zip file")),
    ("is damaged inside the zip file", lambda say, _: say("is damaged inside the zip file")),
    (r"is damaged at page (\d+)", lambda say, found: say("is damaged at page {n}", n=found[1])),
    ("is a damaged (?:or empty )?Word file", lambda say, _: say("is a damaged Word file")),
    ("defines entities.*", lambda say, _: say("holds instructions that no Word file has")),
    ("is protected by a password", lambda say, _: say("is protected by a password")),
    ("is a zip file inside a zip file", lambda say, _: say("is a zip file inside a zip file")),
    (r"unpacks to .*", lambda say, _: say("grows too large when it is unpacked")),
    (r"has (?:a text of )?(\d+) MB.*", lambda say, found: say("has {n} MB, more than a report can have", n=found[1])),
    (r"has (\d+) pages", lambda say, found: say("has {n} pages, more than a report can have", n=found[1])),
    (
        "was read but for pictures without text on page (.*)",
        lambda say, found: say("was read but for pictures without text on page {pages}", pages=found[1]),
    ),
    ("has no text layer.*", lambda say, _: say("holds pictures of pages and no text")),
    ("holds no text, which.*", lambda say, _: say("holds no text, which a script may load")),
    ("holds no text.*", lambda say, _: say("holds no text, perhaps only pictures")),
    ("holds no word and no number", lambda say, _: say("holds no word and no number")),
    ("nests its elements.*", lambda say, _: say("nests its elements too deep")),
    ("holds too little text.*", lambda say, _: say("holds too little text")),
    ("is a mail with files attached", lambda say, _: say("is a mail with files attached")),
    ("is a mail or a web archive without text", lambda say, _: say("is a mail or a web archive without text")),
    (r"(?:took|takes) (?:more than the|antiword over) (\d+) seconds.*",
     lambda say, found: say("takes more than the {n} seconds that a file may take", n=found[1])),
    (r"needs more than the (\d+) MB.*",
     lambda say, found: say("needs more than the {n} MB of memory that a file may need", n=found[1])),
    ("needs more memory than there is", lambda say, _: say("needs more memory than there is")),
    ("broke its reader.*", lambda say, _: say("is damaged in a way that stops its reader")),
    ("cannot be opened.*", lambda say, _: say("cannot be opened")),
    ("is no ordinary file", lambda say, _: say("is no ordinary file")),
    ("is neither text nor.*", lambda say, _: say("is neither text nor a format that Faheng reads")),
    ("a fault of Faheng stopped.*", lambda say, _: say("met a fault of Faheng itself")),
    ("report it", lambda say, _: say("tell whoever looks after Faheng")),
    ("save it as pdf", lambda say, _: say("save it as pdf")),
    ("save it as docx", lambda say, _: say("save it as docx")),
    ("install antiword or save it as docx", lambda say, _: say("save it as docx")),
    ("open it in Word and save it.*", lambda say, _: say("open it in Word and save it again")),
    ("unpack it yourself.*", lambda say, _: say("unpack it yourself and give its files in parts")),
    ("unpack it or pack it as zip", lambda say, _: say("unpack it or pack it as zip")),
    ("unpack it and give its files", lambda say, _: say("unpack it and give its files")),
    ("unpack it", lambda say, _: say("unpack it")),
    ("give the report as (?:text|docx.*)", lambda say, _: say("give the report as docx, pdf or text")),
    ("give the text of the report alone|give the pages of the report alone|give a part of it",
     lambda say, _: say("give the pages of the report alone")),
    ("give a file that holds a report", lambda say, _: say("give a file that holds a report")),
    ("run text recognition.*", lambda say, _: say("run text recognition (OCR) first")),
    ("install text recognition.*", lambda say, _: say("let the server install text recognition (faheng[ocr])")),
    ("import it, or give it to faheng extract.*", lambda say, _: say("import it, which recognises its text")),
    ("holds pictures in which no text.*", lambda say, _: say("holds pictures in which no text is recognised")),
    ("is a picture that is damaged", lambda say, _: say("is a picture that is damaged")),
    ("is a picture of too many points", lambda say, _: say("is a picture of too many points")),
    ("save it smaller", lambda say, _: say("save it smaller")),
    ("scan it anew.*", lambda say, _: say("scan it anew, or give the report as text")),
    ("copy the text into a txt file", lambda say, _: say("copy the text into a txt file")),
    ("save it without one", lambda say, _: say("save it without a password")),
    ("save the attached report and give that", lambda say, _: say("save the attached report and give that")),
    ("save it as a web page or as text", lambda say, _: say("save it as a web page or as text")),
    ("save the page again", lambda say, _: say("save the page again")),
    ("save it anew or give it in another format", lambda say, _: say("save it anew or give it in another format")),
    ("give a txt, html.*", lambda say, _: say("give a txt, html, docx, doc, pdf or zip file")),
    ("give these pages as text", lambda say, _: say("give these pages as text")),
    ("fetch it again", lambda say, _: say("fetch it again")),
    ("check its name and rights", lambda say, _: say("check its name and rights")),
    ("name the report files themselves", lambda say, _: say("name the report files themselves")),
)  # fmt: skip


def fragment(text: str, say: Words) -> str:
    """A part of an error as a message; "" for one that has no wording."""
    for pattern, said in FRAGMENTS:
        found = re.fullmatch(pattern, text.strip(), re.DOTALL)
        if found:
            return said(say, found)
    return ""


def fault_sentence(file: str, fault: str, instead: str, say: Words) -> str:
    """One sentence: which file, what is wrong with it and what to do."""
    what = fragment(fault, say) or say("cannot be read")
    way = fragment(instead, say) or say("save it anew or give it in another format")
    return say("“{file}” {fault}: {instead}.", file=file, fault=what, instead=way)


def fault_of_line(line: str, say: Words) -> str:
    """The same of an error's line, as commands print it: "file: what is wrong; what to do"."""
    head, _, instead = line.rpartition("; ")
    file, _, fault = head.rpartition(": ")
    return fault_sentence(file.rpartition("/")[2], fault, instead, say)
