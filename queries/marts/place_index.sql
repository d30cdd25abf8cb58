-- place_index: one row per locality as a search finds it and shows it, in both languages. haystack: all that is searched but the code. words:
-- what one types, each word between blanks. region: what contains it, without the country. reports: how many are held, of
-- the years first_year to last_year; null without any. old_names: those of before that became its own, by year. figures: how many are accepted. depth: the rank of its level.
with held as (
    select
        locality_code, count(*) as reports, year(min(period_end))::integer as first_year,
        year(max(period_end))::integer as last_year
    from report
    group by locality_code
),
renamed as (
    select locality_code, list(old_name order by year) as old_names from locality_change where joined group by locality_code
),
above as (
    select
        code, parent_code, if(level = 'country', '', short_zh) as short_zh,
        if(level = 'country', null, name_en) as name_en
    from locality
    where level <> 'township'
)
select
    place.code, place.level, place.province_code, place.name_zh, place.name_en, place.short_zh,
    province.short_zh as province_zh,
    province.name_en as province_en,
    concat(third.short_zh, second.short_zh, first.short_zh) as region_zh,
    concat_ws(', ', first.name_en, second.name_en, third.name_en) as region_en,
    place.valid_to as ended,
    place.search,
    ' ' || place.search || ' ' as words,
    concat_ws(chr(31), place.name_zh, lower(place.name_en), place.search) as haystack,
    held.reports, held.first_year, held.last_year,
    coalesce(renamed.old_names, []) as old_names,
    coalesce(counts.observations, 0) as figures,
    list_position(['country', 'province', 'prefecture', 'county', 'zone', 'township'], place.level) as depth
from locality as place
left join held on place.code = held.locality_code
left join renamed on place.code = renamed.locality_code
left join locality_counts as counts on place.code = counts.locality_code
left join above as province on place.province_code = province.code
left join above as first on place.parent_code = first.code
left join above as second on first.parent_code = second.code
left join above as third on second.parent_code = third.code
order by place.code
