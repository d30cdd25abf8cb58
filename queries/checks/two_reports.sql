-- Check 7. One row per pair of accepted observations of two reports on the same locality, indicator, scope and days, both exact:
-- their ids, and whether they agree within the coarser printed precision.
with usable as (
    select *
    from observation
    where status = 'accepted' and origin = 'reported' and bound = 'exact'
),
pair as (
    select
        one.id as one,
        other.id as other,
        one.locality_code,
        one.indicator_id,
        one.period_end,
        abs(one.value - other.value) <= greatest(one.value_step, other.value_step) / 2 as agreed
    from usable as one
    inner join usable as other
        on one.locality_code = other.locality_code
        and one.indicator_id = other.indicator_id
        and one.scope = other.scope
        and one.period_end = other.period_end
        and one.period_start is not distinct from other.period_start
        and one.report_id < other.report_id
)
select
    'two_reports' as "check",
    if(agreed, 'holds', 'contradiction') as severity,
    if(agreed, 'alike', 'differing') as sentence,
    one,
    'stated' as role_one,
    other,
    'count' as role_other
from pair
order by locality_code, indicator_id, period_end, one, other
