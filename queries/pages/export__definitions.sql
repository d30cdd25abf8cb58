-- One row per given indicator, in the order of the catalogue: its name, definition and unit. $indicators varchar[],
-- $language.
select
    indicator.id as indicator_id,
    if($language = 'zh', indicator.name_zh, indicator.name_en) as indicator,
    if($language = 'zh', indicator.definition_zh, indicator.definition_en) as definition,
    indicator.unit
from indicator
where indicator.id in (select unnest($indicators))
order by indicator.position
