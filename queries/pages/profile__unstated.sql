-- One row per indicator that most places of the level of $locality state in their newest wholly read report and $locality does
-- not in its own: how many of how many do; those that most state first. None where its own reports are read in part, or where
-- fewer places than a median needs are read. $locality, $language.
with newest as materialized (
    select report.id, report.locality_code
    from report
    inner join reported_places as place on report.locality_code = place.code
    where report.read = 'whole' and place.level = (select level from reported_places where code = $locality)
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
    if($language = 'zh', indicator.name_zh, indicator.name_en) as indicator,
    counted.places,
    peers.read as of_places
from counted
inner join indicator on counted.indicator_id = indicator.id
cross join peers
cross join stg_settings as setting
where
    peers.is_read
    and peers.read >= setting.least_peers
    and not counted.is_stated
    and 2 * counted.places > peers.read
order by counted.places desc, indicator.position
