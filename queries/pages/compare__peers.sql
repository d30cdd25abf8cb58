-- One row per locality to set beside $locality in a comparison of $indicator, itself left out, at most $limit: first those of
-- its level with a comparable value of the year in which most of them have one, then those with one of another year, then
-- those of other levels where the indicator is compared across levels, then the largest with a report, its level first.
-- Where its level has too few in any year with ours, the year goes before the level.
-- $province and $level narrow, null for all. The year counts from $least places on.
with ours as materialized (
    select code, level from locality where code = $locality
),
candidates as (
    select
        locality.code,
        locality.level is not distinct from (select level from ours) as same_level,
        locality.population_2020 as population
    from reported_places as locality
    where
        locality.code in (select locality_code from report)
        and locality.code <> $locality
        -- The country is no peer of a place: its figures are reference values.
        and locality.level <> 'country'
        and ($province is null or locality.province_code = $province)
        and ($level is null or locality.level = $level)
),
comparable as materialized (
    select
        known.locality_code,
        known.year,
        known.locality_code = $locality as is_ours,
        known.level is not distinct from (select level from ours) as same_level
    from peer_values as known
    inner join comparability as limits on known.indicator_id = limits.indicator_id
    where
        known.indicator_id = $indicator
        and (
            known.level is not distinct from (select level from ours)
            -- A functional zone stands beside zones alone, as measures.beside has it.
            or limits.across_levels = 'yes' and 'zone' not in (known.level, (select level from ours))
        )
        and (known.locality_code = $locality or known.locality_code in (select code from candidates))
),
years as (
    select year, bool_or(is_ours) as ours_too, count(*) as places, count(*) filter (where same_level) as alike
    from comparable
    group by year
),
best as (
    select year, alike >= $least as enough
    from years
    order by ours_too and alike >= $least desc, ours_too and places >= $least desc, alike desc, places desc, year desc
    limit 1
),
found as (
    select locality_code, bool_or(year = (select year from best)) as of_best
    from comparable
    group by locality_code
)
select candidates.code
from candidates
left join found on candidates.code = found.locality_code
order by
    found.locality_code is null,
    case when coalesce((select enough from best), true) then not candidates.same_level else not found.of_best end,
    case when coalesce((select enough from best), true) then not found.of_best else not candidates.same_level end,
    candidates.population desc nulls last,
    candidates.code
limit $limit
