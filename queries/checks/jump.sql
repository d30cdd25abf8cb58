-- Check 9. One row per accepted exact value far outside the other years of the same locality, indicator and scope: the row, how many
-- other years there are, and the least and the greatest of them.
-- Far outside: of at least three other years, a count more than three times the greatest or less than a third of the
-- least (and thirty or more on either side, because small counts swing), a rate more than twenty points beyond either.
with series as (
    select observation, observation.locality_code, observation.indicator_id, observation.scope, observation.period_kind,
        observation.period_end, observation.value
    from observation
    where
        observation.status = 'accepted'
        and observation.bound = 'exact'
        and observation.unit <> 'day'
        and (
            observation.period_kind = 'as_of'
            or (observation.period_kind = 'year' and date_diff('day', observation.period_start, observation.period_end) >= 299)
        )
),
compared as (
    select
        any_value(one.observation) as one,
        count(*) as years,
        min(other.value) as least,
        max(other.value) as greatest
    from series as one
    inner join series as other
        on one.locality_code = other.locality_code
        and one.indicator_id = other.indicator_id
        and one.scope = other.scope
        and one.period_kind = other.period_kind
        and year(one.period_end) <> year(other.period_end)
    group by one.observation.id
    having count(distinct year(other.period_end)) >= 3
)
select one, years, least, greatest
from compared
where
    if(
        one.unit = 'percent',
        one.value > greatest + 20 or one.value < least - 20,
        (one.value > 3 * greatest and one.value >= 30) or (3 * one.value < least and least >= 30)
    )
order by one.locality_code, one.indicator_id, one.period_end, one.id
