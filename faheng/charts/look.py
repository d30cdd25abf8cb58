"""Colours and type of every figure, light and dark, and the one fixed colour of each locality."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

FONT = "Noto Sans CJK SC, Microsoft YaHei, PingFang SC, sans-serif"
CONTRAST = 4.5
TRANSPARENT = "rgba(0,0,0,0)"
# Okabe-Ito without black, and without the blue that cannot be told from our accent; the order is fixed.
OKABE_ITO = ("#009E73", "#CC79A7", "#D55E00", "#E69F00", "#56B4E9", "#F0E442")


@dataclass(frozen=True)
class Look:
    """The tokens of one mode. paper is the real page colour; background is what the figure paints."""

    paper: str
    panel: str
    line: str
    ink: str
    muted: str
    accent: str
    peer: str
    reference: str
    disputed: str
    background: str
    selected: tuple[str, ...] = OKABE_ITO
    font: str = FONT

    @property
    def halo(self) -> str:
        """A shadow of paper that keeps a label readable where a line runs behind it."""
        return ", ".join([f"0 0 3px {self.paper}"] * 4)

    def text(self, colour: str) -> str:
        """The colour, moved towards the ink just far enough to be read as text on the paper."""
        steps = (mix(colour, self.ink, share / 10) for share in range(11))
        return next(shade for shade in steps if contrast(shade, self.paper) >= CONTRAST)


LIGHT = Look(
    paper="#FFFFFF", panel="#F6F7F8", line="#E3E6EA", ink="#1B2430", muted="#5B6672", accent="#1F4E79",
    peer="#9AA3AD", reference="#B26A00", disputed="#B42318", background="#FFFFFF",
)  # fmt: skip
DARK = Look(
    paper="#14181D", panel="#1B2128", line="#2E3740", ink="#E9EDF1", muted="#9AA6B2", accent="#7FB2E5",
    peer="#6F7A86", reference="#E2A84B", disputed="#F0857A", background="#14181D",
)  # fmt: skip


def colours(localities: Sequence[str], ours: str, selected: Sequence[str], look: Look) -> dict[str, str]:
    """A colour for each locality code: ours the accent, those selected in their order, the rest grey.

    Give the same `selected` on every page and a locality keeps its colour everywhere.
    """
    others = [code for code in selected if code != ours]
    taken = dict(zip(others, look.selected, strict=False)) | {ours: look.accent}
    return {code: taken.get(code, look.peer) for code in localities}


def mix(colour: str, other: str, share: float) -> str:
    """The colour with `share` (0 to 1) of another in it."""
    pairs = zip(_channels(colour), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def faded(colour: str, opacity: float) -> str:
    """The colour as rgba() of this opacity."""
    red, green, blue = _channels(colour)
    return f"rgba({red},{green},{blue},{opacity})"


def contrast(colour: str, other: str) -> float:
    """Contrast ratio of WCAG 2.2: 1 to 21."""
    lighter, darker = sorted((_luminance(colour), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return float(channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4)  # noqa: PLR2004
