-- Check 5 between reports. One row per accepted exact count or rate with a stated growth, relative or in points, beside the value that
-- another report gives for the same stretch of the year before: the two rows.
select one, other
from observation as one
inner join observation as other
    on one.locality_code = other.locality_code
    and one.indicator_id = other.indicator_id
    and one.scope = other.scope
    and one.period_kind = other.period_kind
    and other.period_end = one.period_end - interval 1 year
    and other.period_start is not distinct from one.period_start - interval 1 year
    and one.report_id <> other.report_id
where
    one.status = 'accepted'
    and one.origin = 'reported'
    and other.origin = 'reported'
    and other.status = 'accepted'
    and one.change_unit in ('percent', 'points')
    and one.bound = 'exact'
    and other.bound = 'exact'
    and other.value > 0
    -- Over two years "同比" does not say which year it is set against.
    and one.period_kind in ('year', 'part_year', 'as_of')
order by one.locality_code, one.indicator_id, one.period_end, one.id, other.id
