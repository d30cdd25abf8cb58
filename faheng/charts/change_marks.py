"""The marks of a trend where a place was renamed or redrawn, or became a district: a dotted line between two years."""

from __future__ import annotations

from collections.abc import Sequence

from faheng.charts.brush import Brush
from faheng.charts.labels import Box, first_free
from faheng.charts.measure import escaped, text_px
from faheng.charts.panel import LINE_HEIGHT, VALUE_SIZE, Panel
from faheng.charts.series import Series
from faheng.charts.sketch import Sketch
from faheng.charts.slips import Slip, add_slip
from faheng.words.areas import change_label

# Of more changes than a panel has room for, the note below tells.
MOST_MARKS = 4
# A change is marked between the last year before it and the year in which it came.
BETWEEN = 0.5
LINES = 3


def add_changes(figure: Sketch, panel: Panel, drawn: Sequence[Series], brush: Brush) -> list[Box]:
    """Mark the changes of the series; returns where the labels are."""
    marked = [(series, changes) for series in drawn for changes in series.changes_by_year][:MOST_MARKS]
    taken: list[Box] = []
    for series, changes in marked:
        tone, x = brush.tones[series.code], changes[0].year - BETWEEN
        figure.add_shape(
            type="line", x0=x, x1=x, y0=panel.y_range[0], y1=panel.y_range[1], xref=panel.x, yref=panel.y,
            layer="below", line={"color": tone, "width": 1, "dash": "dot"}, name="change",
        )  # fmt: skip
        text = change_label(changes, brush.say)
        box = _place(panel, x, text, taken)
        taken.append(box)
        right = box.left - panel.px(x, 0)[0]
        slip = Slip(right, right + box.right - box.left, -box.bottom, -box.top)
        add_slip(figure, (panel.x, panel.y), (x, panel.y_range[1]), slip, brush.look.paper)
        figure.add_annotation(
            text=escaped(text), x=x, y=panel.y_range[1], xref=panel.x, yref=panel.y, xanchor="left", yanchor="top",
            xshift=right, yshift=-box.top, showarrow=False, borderpad=0,
            font={"size": VALUE_SIZE, "color": brush.look.text(tone), "shadow": brush.look.halo},
        )  # fmt: skip
    return taken


def _place(panel: Panel, x: float, text: str, taken: Sequence[Box]) -> Box:
    """The label at the top beside its line, on the side with room; below another label where it must."""
    across, width = panel.px(x, 0)[0], text_px(text, VALUE_SIZE)
    lefts = (across + 3, across - 3 - width) if across < panel.length / 2 else (across - 3 - width, across + 3)
    boxes = [
        Box(left, line * LINE_HEIGHT, left + width, (line + 1) * LINE_HEIGHT) for line in range(LINES) for left in lefts
    ]
    return first_free(boxes, taken) or boxes[0]
