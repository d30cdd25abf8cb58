-- report_coverage: one row per report that was read whole × theme: how many of the catalogue's indicators that apply at its level it states
-- (accepted: reported), and how many there are (catalogue). Sorted, so that a reader of one place touches one part of the file.
with stated as (
    select stated_indicators.report_id, indicator.theme, count(*) as reported
    from (select report_id, level, unnest(indicator_ids) as indicator_id from stated_indicators) as stated_indicators
    inner join indicator on stated_indicators.indicator_id = indicator.id
    where list_contains(indicator.applies_to_levels, stated_indicators.level)
    group by stated_indicators.report_id, indicator.theme
),
asked as (
    select level.level, indicator.theme, count(*) filter (where list_contains(indicator.applies_to_levels, level.level)) as catalogue
    from (select distinct level from stated_indicators) as level
    cross join indicator
    group by level.level, indicator.theme
)
select
    report.locality_code,
    report.id as report_id,
    year(report.period_end)::integer as year,
    report.kind as report_kind,
    report.title as report_title_zh,
    report.title_en as report_title_en,
    place.short_zh as locality_zh,
    place.name_en as locality_en,
    theme.position as theme_position,
    theme.id as theme,
    theme.name_zh as theme_zh,
    theme.name_en as theme_en,
    coalesce(stated.reported, 0) as reported,
    asked.catalogue
from stated_indicators as whole
inner join report on whole.report_id = report.id
inner join locality as place on report.locality_code = place.code
inner join asked on whole.level = asked.level
inner join theme on asked.theme = theme.id
left join stated on whole.report_id = stated.report_id and asked.theme = stated.theme
order by report.locality_code, report.id, theme.position
