-- One row per indicator of the catalogue with its definition. $language.
select
    if($language = 'zh', theme.name_zh, theme.name_en) as theme,
    if($language = 'zh', indicator.name_zh, indicator.name_en) as indicator,
    if($language = 'zh', indicator.definition_zh, indicator.definition_en) as definition,
    indicator.unit,
    indicator.measure,
    indicator.better,
    indicator.applies_to_levels
from indicator
inner join theme on indicator.theme = theme.id
order by theme.position, indicator.position
