-- One row per indicator of the catalogue, in its order, with how many localities state it. $language.
select
    indicator.id,
    if($language = 'zh', indicator.name_zh, indicator.name_en) as name,
    indicator.theme,
    if($language = 'zh', theme.name_zh, theme.name_en) as theme_name,
    indicator.unit,
    indicator.kind,
    indicator.measure,
    indicator.family,
    indicator.headline,
    indicator.search,
    coalesce(stated.localities, 0) as localities,
    coalesce(stated.years, 0) as years
from indicator
inner join theme on indicator.theme = theme.id
left join indicator_counts as stated on indicator.id = stated.indicator_id
order by theme.position, indicator.position
