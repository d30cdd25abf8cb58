-- At most one row: the year in which most values of the places may stand beside each other: with at least $least places and
-- ours among them where there is such a year. places: how many of them. differ: whether the latest comparable values
-- of the places are of several years. $localities varchar[], ours first, $indicators varchar[], $least.
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
        and list_contains(cell_verdicts(cells.holding), 'compared')
        and (limits.across_levels = 'yes' or places.level = (select level from places where code = $localities[1]))
),
newest as (
    select count(distinct year) > 1 as differ
    from (select max(year) as year from comparable group by locality_code, indicator_id)
)
select
    year::integer as year,
    count(distinct locality_code)::integer as places,
    any_value(newest.differ) as differ
from comparable
cross join newest
group by year
order by places >= $least and bool_or(is_ours) desc, count(*) desc, year desc
limit 1
