-- One row per indicator that more than half of the places of $locality's level state: of how many places within three years of $year a
-- report was read whole (of_places), and how many of these state it (places). None where fewer than least_peers were read. $language.
with alike as (
    select distinct report.locality_code
    from report
    inner join locality on report.locality_code = locality.code
    where
        locality.level = (select level from locality where code = $locality)
        and report.locality_code <> $locality
        and report.read = 'whole'
        and abs(year(report.period_end) - $year) <= 3
),
stated as (
    select cells.indicator_id, count(distinct cells.locality_code) as places
    from cells
    inner join alike using (locality_code)
    where cells.origin = 'reported' and abs(cells.year - $year) <= 3
    group by cells.indicator_id
)
select
    stated.indicator_id,
    if($language = 'zh', indicator.name_zh, indicator.name_en) as indicator,
    stated.places,
    (select count(*) from alike) as of_places
from stated
inner join indicator on stated.indicator_id = indicator.id
cross join stg_settings as setting
where
    list_contains(indicator.applies_to_levels, (select level from locality where code = $locality))
    and stated.places * 2 > (select count(*) from alike)
    and (select count(*) from alike) >= setting.least_peers
order by stated.places desc, indicator.position
