-- One row per locality × indicator × year that a fact fills, of the places $from_code to $to_code, null for all: value, verdicts, findings,
-- evidence and source. $language. Both tables lie in the order of the places, so that a part of them is read for a part of the country.
with of_places as (
    from filled_cells
    -- A neighbour's value that stands in is a cell of the neighbour.
    where rank = 0 and locality_code >= coalesce($from_code, '') and ($to_code is null or locality_code <= $to_code)
),
phrases as (
    select id, evidence_phrase, evidence_start, evidence_end
    from observation
    where locality_code >= coalesce($from_code, '') and ($to_code is null or locality_code <= $to_code)
)
select
    cell.locality_code,
    if($language = 'zh', locality.name_zh, locality.name_en) as locality,
    locality.level,
    cell.indicator_id,
    if($language = 'zh', indicator.name_zh, indicator.name_en) as indicator,
    cell.year,
    cell.value::double as value,
    cell.value_text,
    indicator.unit,
    cell.bound,
    cell.origin,
    cell.scope,
    cell.period_kind,
    cell.period_start::varchar as period_start,
    cell.period_end::varchar as period_end,
    cell.period_basis,
    cell.value_low::double as value_low,
    cell.value_high::double as value_high,
    cell.interval_low::double as interval_low,
    cell.interval_high::double as interval_high,
    lists.verdicts,
    if($language = 'zh', cell.note_zh, cell.note_en) as note,
    if($language = 'zh', cell.doubt_zh, cell.doubt_en) as doubt,
    cell.finding_severity,
    if($language = 'zh', cell.finding_zh, cell.finding_en) as finding,
    phrases.evidence_phrase,
    phrases.evidence_start,
    phrases.evidence_end,
    cell.report_id,
    if($language = 'zh', cell.report_title_zh, cell.report_title_en) as report_title,
    if($language = 'zh', cell.publisher_zh, cell.publisher_en) as publisher,
    cell.source_kind,
    cell.published_on::varchar as published_on,
    cell.observation_id,
    (select number from snapshot) as snapshot
from of_places as cell
inner join reported_places as locality on cell.locality_code = locality.code
inner join indicator on cell.indicator_id = indicator.id
inner join verdict_lists as lists on cell.holding = lists.holding and not lists.stands_in
left join phrases on cell.observation_id = phrases.id
order by cell.locality_code, indicator.position, cell.year
