-- At most one row: the year in which most values of the places may stand beside each other: with at least $least places and
-- ours among them where there is such a year. places: how many of them. differ: whether the latest comparable values
-- of the places are of several years, or too old to stand as the latest. without_ours: ours has figures, and none that is
-- comparable in that year. $localities varchar[], ours first, $indicators varchar[], $least.
with places as (
    select code, level from locality where code in (select unnest($localities))
),
comparable as (
    select cells.locality_code, cells.indicator_id, cells.year, cells.locality_code = $localities[1] as is_ours
    from cells
    inner join places on cells.locality_code = places.code
    inner join comparability as limits on cells.indicator_id = limits.indicator_id
    where
        cells.locality_code in (select unnest($localities))
        and cells.indicator_id in (select unnest($indicators))
        and cells.compared
        and (
            places.level = (select level from places where code = $localities[1])
            -- A functional zone stands beside zones alone, as measures.beside has it.
            or limits.across_levels = 'yes' and 'zone' not in (places.level, (select level from places where code = $localities[1]))
        )
),
newest as (
    select
        count(distinct latest.year) > 1
        or coalesce(bool_or(latest.year < stated.year - limits.latest_window_years), false) as differ
    from (select locality_code, indicator_id, max(year) as year from comparable group by locality_code, indicator_id) as latest
    inner join comparability as limits on latest.indicator_id = limits.indicator_id
    left join newest_years as stated on latest.indicator_id = stated.indicator_id
)
select
    year::integer as year,
    count(distinct locality_code)::integer as places,
    any_value(newest.differ) as differ,
    not bool_or(is_ours) and exists (
        from cells where locality_code = $localities[1] and indicator_id in (select unnest($indicators))
    ) as without_ours
from comparable
cross join newest
group by year
order by places >= $least and bool_or(is_ours) desc, count(*) desc, year desc
limit 1
