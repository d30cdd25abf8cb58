-- One row per indicator that most places of $locality's level, itself left out, state in their newest report that was read whole, with $year
-- the newest within three years of it, null for the newest of all: in how many reports of how many; those that most state first. is_stated: its own
-- such report states it too, null where it has none. None where fewer reports than a median needs are read. $locality, $language.
with newest as materialized (
    select locality_code, indicator_ids, locality_code = $locality as is_ours
    from stated_indicators
    where
        level = (select level from locality where code = $locality)
        and if($year is null, newest, abs(year(period_end) - $year) <= 3)
    qualify $year is null or row_number() over (partition by locality_code order by period_end desc, report_id) = 1
),
counted as (
    select indicator_id, count(*) filter (where not is_ours) as places, bool_or(is_ours) as is_stated
    from (select unnest(indicator_ids) as indicator_id, is_ours from newest)
    group by indicator_id
),
peers as (
    select count(*) filter (where not is_ours) as read, bool_or(is_ours) as is_read from newest
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
