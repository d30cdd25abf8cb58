-- One row per given locality × indicator × year, or with $years null the latest: what each cell says.
-- $localities varchar[], $indicators varchar[], $years integer[] or null, $language zh or en.
from shown_cells($localities, $indicators, $years, $language)
