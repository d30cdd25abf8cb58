-- figure_holding(disputed, apart, full_year, few, bound, origin, at_ceiling): what holds of a figure whatever it is compared with,
-- for cell_verdicts. bound and origin are words of the model, the others booleans.
create or replace macro figure_holding(disputed, apart, full_year, few, bound, origin, at_ceiling) as (list_filter([
    case when disputed then 'disputed' end,
    case when apart then 'other_definition' end,
    case when not full_year then 'other_period' end,
    case when few then 'too_few' end,
    case when bound <> 'exact' and origin = 'reported' then 'bounded' end,
    case when origin = 'implied' then 'implied' end,
    case when origin = 'derived' then 'derived' end,
    case when at_ceiling then 'at_ceiling' end
], lambda verdict: verdict is not null))
