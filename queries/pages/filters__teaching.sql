-- At most one row: the headline indicator by which the locality teaches most, and the places of its level to show beside it,
-- those with the longest series first, at most $limit; none without a comparable value. $locality, $limit.
with lesson as (
    select indicator_id
    from teaching_places
    where locality_code = $locality
    order by peers * years desc, years desc, indicator_id
    limit 1
),
others as (
    select teaching.locality_code, teaching.years
    from teaching_places as teaching
    inner join lesson using (indicator_id)
    inner join reported_places as place on teaching.locality_code = place.code
    where place.code <> $locality and place.level = (select level from reported_places where code = $locality)
    order by teaching.years desc, teaching.locality_code
    limit $limit
)
select
    lesson.indicator_id as indicator,
    coalesce((select list(locality_code order by years desc, locality_code) from others), []) as places
from lesson
