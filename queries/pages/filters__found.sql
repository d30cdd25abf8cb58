-- At most one row: the place of this code as filters__localities has it where it is found by its name of today. $code, $language.
select
    place.code,
    if($language = 'zh', place.name_zh, place.name_en) as name,
    if($language = 'zh', place.short_zh, place.name_en) as short,
    place.level,
    if($language = 'zh', place.province_zh, place.province_en) as province,
    if($language = 'zh', place.region_zh, place.region_en) as region,
    null as former,
    place.ended,
    place.search,
    place.reports is not null as has_reports,
    coalesce(place.reports, 0) as reports,
    coalesce(compared.indicators, 0) as comparable,
    place.first_year,
    place.last_year
from place_index as place
left join compared_counts as compared on place.code = compared.locality_code
where place.code = $code
