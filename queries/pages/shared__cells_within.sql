-- One row per given locality × indicator: what the latest cell within the years of $span says; beside those of the other
-- places it may be too old, as among the latest of all. $localities varchar[], $indicators varchar[], $span integer[] of
-- the first and the last year, $language zh or en.
from shown_cells($localities, $indicators, null, $language, span := $span)
