-- cell_verdicts(holding, stands_in, outdated, other_level): all verdicts of one cell as a list, strictest first: the one place
-- that decides. holding: what holds of the cell whatever it is compared with, from the mart cells, or why it is empty. stands_in: the
-- value is a neighbour's. outdated: it is too old for a page of the latest values. other_level: it stands beside a place of
-- another level. A name that is no row of data/reference/verdicts.csv is an error; null gives null.
create or replace macro cell_verdicts(holding, stands_in := false, outdated := false, other_level := false) as (
    case when holding is not null then verdicts_in_order(list_concat(
        holding,
        if(stands_in, ['other_definition'], []),
        if(outdated, ['other_period'], []),
        if(other_level, ['other_level'], [])
    )) end
)
