-- One row per what can hold of a cell × whether a neighbour stands in: its verdicts, as the mart has them.
from verdict_lists
