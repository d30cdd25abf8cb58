-- One row per indicator × what may fill its cells (rank 0: itself), with the newest year that any report states that one for. $language.
select
    definitions.indicator_id,
    definitions.source_indicator_id,
    definitions.rank,
    if($language = 'zh', indicator_zh, indicator_en) as indicator,
    definitions.unit,
    definitions.kind,
    definitions.measure,
    definitions.better,
    definitions.applies_to_levels,
    if($language = 'zh', not_applicable_zh, not_applicable_en) as not_applicable,
    if($language = 'zh', source_zh, source_en) as source_indicator,
    if($language = 'zh', reason_zh, reason_en) as reason,
    definitions.across_levels,
    definitions.latest_window_years,
    newest.year as newest_year
from definitions
left join newest_years as newest on definitions.source_indicator_id = newest.indicator_id
order by definitions.indicator_id, definitions.rank
