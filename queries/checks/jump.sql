-- Check 9. One row per accepted exact value of a full year or a day far outside the other years of the same locality, indicator and scope: its id, how many
-- other years there are, and the least and the greatest of them.
-- Far outside, by the limits of data/reference/comparability.csv: of so many other years, a count so many times the
-- greatest or that part of the least (of so many cases at least, because small counts swing), a rate so many points beyond.
with limits as (
    select
        (any_value(value) filter (where id = 'jump_least_years'))::integer as least_years,
        (any_value(value) filter (where id = 'jump_times'))::integer as times,
        (any_value(value) filter (where id = 'jump_least_cases'))::integer as least_cases,
        (any_value(value) filter (where id = 'jump_points'))::integer as points
    from setting
),
series as (
    select
        observation.id, observation.locality_code, observation.indicator_id, observation.scope, observation.period_kind,
        observation.unit, year(observation.period_end) as year, observation.value
    from observation
    inner join comparability on observation.indicator_id = comparability.indicator_id
    where
        observation.status = 'accepted'
        and observation.bound = 'exact'
        and observation.unit <> 'day'
        and (
            observation.period_kind = 'as_of'
            or (
                observation.period_kind = 'year'
                and date_diff('day', observation.period_start, observation.period_end) + 1 >= comparability.full_year_min_days
            )
        )
),
wide as (
    -- The series in which any value can be far outside: the ends are far from each other. All others are held against nothing.
    select locality_code, indicator_id, scope, period_kind
    from series
    group by locality_code, indicator_id, scope, period_kind
    having
        count(distinct year) > (select least_years from limits)
        and if(
            any_value(unit) = 'percent',
            max(value) - min(value) > (select points from limits),
            max(value) > (select times from limits) * min(value)
        )
),
swinging as (
    select series.* from series inner join wide using (locality_code, indicator_id, scope, period_kind)
),
compared as (
    select
        one.id,
        count(*) as years,
        min(other.value) as least,
        max(other.value) as greatest
    from swinging as one
    inner join swinging as other
        on one.locality_code = other.locality_code
        and one.indicator_id = other.indicator_id
        and one.scope = other.scope
        and one.period_kind = other.period_kind
        and one.year <> other.year
    group by one.id
    having count(distinct other.year) >= (select least_years from limits)
)
select
    'jump' as "check",
    'note' as severity,
    'jumped' as sentence,
    one.id as one,
    'stated' as role_one,
    years,
    least,
    greatest
from compared
inner join observation as one on compared.id = one.id
cross join limits
where
    if(
        one.unit = 'percent',
        one.value > greatest + points or one.value < least - points,
        (one.value > times * greatest and one.value >= least_cases) or (times * one.value < least and least >= least_cases)
    )
order by one.locality_code, one.indicator_id, one.period_end, one.id
