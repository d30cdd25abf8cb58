-- One row per wholly read report of the given localities × theme: how many of the catalogue's indicators that apply at its level
-- the report states (accepted, reported). $localities varchar[], $language.
select
    report_id,
    locality_code,
    if($language = 'zh', locality_zh, locality_en) as locality,
    year,
    report_kind,
    if($language = 'zh', report_title_zh, report_title_en) as report_title,
    theme,
    if($language = 'zh', theme_zh, theme_en) as theme_name,
    reported,
    catalogue
from report_coverage
where list_contains($localities, locality_code)
order by list_position($localities, locality_code), year desc, report_id, theme_position
