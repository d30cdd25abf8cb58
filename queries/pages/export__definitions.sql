-- One row per given indicator, with $indicators null per indicator of the catalogue, in its order: name, definition and
-- unit. $indicators varchar[] or null, $language.
select
    indicator.id as indicator_id,
    if($language = 'zh', indicator.name_zh, indicator.name_en) as indicator,
    if($language = 'zh', indicator.definition_zh, indicator.definition_en) as definition,
    indicator.unit,
    indicator.kind,
    indicator.measure,
    indicator.better,
    indicator.family
from indicator
where $indicators is null or indicator.id in (select unnest($indicators::varchar[]))
order by indicator.position
