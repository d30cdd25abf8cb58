-- verdicts_in_order(held): what holds of a cell, strictest first, each once; 'compared' is among it when nothing bars comparison.
-- Only cell_verdicts calls it.
create or replace macro verdicts_in_order(held) as (
    list_sort(list_distinct(
        if(list_has_any(held, enum_range(null::barring_verdict)::varchar[]), held, list_append(held, 'compared'))
    )::verdict_order[])::varchar[]
)
