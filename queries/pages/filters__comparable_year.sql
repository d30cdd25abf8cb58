-- At most one row: the year in which most values of the places may stand beside each other: with at least $least places and
-- ours among them where there is such a year. places: how many of them. differ: whether the latest comparable values
-- of the places are of several years, or too old to stand as the latest. without_ours: ours has figures, and none that is
-- comparable in that year. $localities varchar[], ours first, $indicators varchar[], $least.
with comparable as materialized (
    select
        known.locality_code,
        known.indicator_id,
        known.year,
        known.locality_code = $localities[1] as is_ours,
        newest.year - limits.latest_window_years as oldest_latest
    from peer_values as known
    inner join comparability as limits on known.indicator_id = limits.indicator_id
    left join newest_years as newest on known.indicator_id = newest.indicator_id
    where
        list_contains($localities, known.locality_code)
        and list_contains($indicators, known.indicator_id)
        and (
            known.level = (select level from locality where code = $localities[1])
            -- A functional zone stands beside zones alone, as measures.beside has it.
            or limits.across_levels = 'yes' and 'zone' not in (known.level, (select level from locality where code = $localities[1]))
        )
)
select
    year::integer as year,
    count(distinct locality_code)::integer as places,
    (
        select count(distinct latest) > 1 or coalesce(bool_or(latest < oldest_latest), false)
        from (select max(year) as latest, any_value(oldest_latest) as oldest_latest from comparable group by locality_code, indicator_id)
    ) as differ,
    not bool_or(is_ours) and exists (
        from cells where locality_code = $localities[1] and list_contains($indicators, indicator_id)
    ) as without_ours
from comparable
group by year
order by places >= $least and bool_or(is_ours) desc, count(*) desc, year desc
limit 1
