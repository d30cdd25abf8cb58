-- definitions: one row per indicator × what may fill its cells: itself (rank 0), or a neighbour with its reason. What a cell says of the
-- indicator, of the one that fills it, and of the limits of that one.
select
    indicator.id as indicator_id,
    source.id as source_indicator_id,
    coalesce(neighbour.rank, 0) as rank,
    indicator.name_zh as indicator_zh,
    indicator.name_en as indicator_en,
    indicator.unit,
    indicator.kind,
    indicator.measure,
    indicator.better,
    indicator.applies_to_levels,
    indicator.not_applicable_zh,
    indicator.not_applicable_en,
    source.name_zh as source_zh,
    source.name_en as source_en,
    neighbour.reason_zh,
    neighbour.reason_en,
    limits.across_levels,
    limits.latest_window_years
from indicator
inner join (
    select id as indicator_id, id as source_id from indicator
    union all
    select indicator_id, neighbour_id from neighbour
) as may_fill on indicator.id = may_fill.indicator_id
inner join indicator as source on may_fill.source_id = source.id
left join neighbour on indicator.id = neighbour.indicator_id and source.id = neighbour.neighbour_id
inner join comparability as limits on source.id = limits.indicator_id
