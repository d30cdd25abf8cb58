-- One row per indicator × neighbour that may stand in for it, and in what they differ. $language.
select
    if($language = 'zh', indicator.name_zh, indicator.name_en) as indicator,
    if($language = 'zh', beside.name_zh, beside.name_en) as neighbour,
    if($language = 'zh', neighbour.reason_zh, neighbour.reason_en) as reason
from neighbour
inner join indicator on neighbour.indicator_id = indicator.id
inner join indicator as beside on neighbour.neighbour_id = beside.id
order by indicator.position, neighbour.rank
