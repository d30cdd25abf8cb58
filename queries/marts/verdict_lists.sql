-- verdict_lists: one row per what can hold of a cell × whether a neighbour stands in: its verdicts as cell_verdicts has them, strictest first:
-- as they are, beside a place of another level (apart), where the value is outdated, and both. An empty cell has no level to be apart from.
with held as (
    select distinct holding, true as filled from cells
    union all
    select unnest([['not_applicable'], ['no_report'], ['not_read'], ['not_reported']]), false
)
select
    holding,
    stands_in,
    cell_verdicts(holding, stands_in) as verdicts,
    cell_verdicts(holding, stands_in, false, filled) as verdicts_apart,
    cell_verdicts(holding, stands_in, true) as verdicts_outdated,
    cell_verdicts(holding, stands_in, true, filled) as verdicts_outdated_apart
from held
cross join (select unnest([false, true]) as stands_in)
