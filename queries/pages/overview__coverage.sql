-- One row per wholly read report of the given localities × theme: how many of the catalogue's indicators that apply at its level
-- the report states (accepted, reported). $localities varchar[], $language.
with places as (
    select unnest($localities) as locality_code, generate_subscripts($localities, 1) as position
),
stated as (
    select report_id, indicator.theme, count(distinct indicator_id) as reported
    from observation
    inner join indicator on observation.indicator_id = indicator.id
    inner join reported_places as locality on observation.locality_code = locality.code
    where
        observation.locality_code in (select locality_code from places)
        and status = 'accepted'
        and list_contains(indicator.applies_to_levels, locality.level)
    group by report_id, indicator.theme
)
select
    report.id as report_id,
    report.locality_code,
    if($language = 'zh', locality.short_zh, locality.name_en) as locality,
    year(report.period_end)::integer as year,
    report.kind as report_kind,
    if($language = 'zh', report.title, report.title_en) as report_title,
    theme.id as theme,
    if($language = 'zh', theme.name_zh, theme.name_en) as theme_name,
    coalesce(stated.reported, 0) as reported,
    count(*) filter (where list_contains(indicator.applies_to_levels, locality.level)) as catalogue
from places
inner join report on places.locality_code = report.locality_code and report.read = 'whole'
inner join reported_places as locality on report.locality_code = locality.code
cross join theme
inner join indicator on theme.id = indicator.theme
left join stated on report.id = stated.report_id and theme.id = stated.theme
group by all
order by any_value(places.position), year desc, report.id, any_value(theme.position)
