-- One row per indicator that most places of $locality's level, itself left out, state in their newest report that was read whole, with $year
-- the newest within three years of it, null for the newest of all: in how many reports of how many; those that most state first. is_stated: its own
-- such report states it too, null where it has none. None where fewer reports than a median needs are read. $locality, $language.
with newest as materialized (
    select report.id, report.locality_code
    from report
    inner join locality as place on report.locality_code = place.code
    where
        report.read = 'whole'
        and place.level = (select level from locality where code = $locality)
        and ($year is null or abs(year(report.period_end) - $year) <= 3)
    qualify row_number() over (partition by report.locality_code order by report.period_end desc, report.id) = 1
),
stated as (
    select distinct newest.locality_code, observation.indicator_id
    from newest
    inner join observation on newest.id = observation.report_id
    where observation.status = 'accepted'
),
counted as (
    select
        indicator_id,
        count(*) filter (where locality_code <> $locality) as places,
        bool_or(locality_code = $locality) as is_stated
    from stated
    group by indicator_id
),
peers as (
    select count(*) filter (where locality_code <> $locality) as read, bool_or(locality_code = $locality) as is_read
    from newest
)
select
    counted.indicator_id,
    if($language = 'zh', indicator.name_zh, indicator.name_en) as indicator,
    counted.places,
    peers.read as of_places,
    if(peers.is_read, counted.is_stated, null) as is_stated
from counted
inner join indicator on counted.indicator_id = indicator.id
cross join peers
cross join stg_settings as setting
where
    list_contains(indicator.applies_to_levels, (select level from locality where code = $locality))
    and peers.read >= setting.least_peers
    and 2 * counted.places > peers.read
order by counted.places desc, indicator.position
