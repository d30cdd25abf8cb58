-- One row per place to look at instead of one that no report is held of, at most $limit; none where a report is. Those that
-- its area went to come first (followed), then places with reports of the same region and level. ended: the year in which
-- the place asked for ended. $locality, $limit, $language.
with ours as materialized (
    from locality where code = $locality and code not in (select locality_code from report)
),
others as (
    select place.code, 0 as distance, true as followed
    from locality as place
    where place.code in (select unnest(successors) from ours)
    union all
    select
        counts.locality_code as code,
        1 + (place.parent_code <> ours.parent_code)::integer + (place.province_code <> ours.province_code)::integer
        + (place.level <> ours.level)::integer as distance,
        false as followed
    from locality_counts as counts
    inner join reported_places as place on counts.locality_code = place.code
    cross join ours
    where not list_contains(ours.successors, place.code)
)
select
    others.code,
    if($language = 'zh', place.name_zh, place.name_en) as name,
    others.followed,
    (select valid_to from ours) as ended
from others
inner join locality as place on others.code = place.code
left join locality_counts as counts on others.code = counts.locality_code
order by others.distance, coalesce(counts.observations, 0) desc, others.code
limit $limit
