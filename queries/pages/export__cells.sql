-- One row per locality × indicator × year that a fact fills: value, verdicts, findings, evidence and source. $language.
select
    described.locality_code,
    if($language = 'zh', locality.name_zh, locality.name_en) as locality,
    locality.level,
    described.indicator_id,
    if($language = 'zh', indicator.name_zh, indicator.name_en) as indicator,
    described.year,
    described.value::double as value,
    described.value_text,
    indicator.unit,
    described.bound,
    described.origin,
    described.scope,
    described.period_kind,
    described.period_start::varchar as period_start,
    described.period_end::varchar as period_end,
    described.period_basis,
    described.value_low::double as value_low,
    described.value_high::double as value_high,
    described.interval_low::double as interval_low,
    described.interval_high::double as interval_high,
    cell_verdicts(described.holding) as verdicts,
    if($language = 'zh', described.note_zh, described.note_en) as note,
    if($language = 'zh', described.doubt_zh, described.doubt_en) as doubt,
    found.severity as finding_severity,
    if($language = 'zh', found.explanation_zh, found.explanation_en) as finding,
    observation.evidence_phrase,
    observation.evidence_start,
    observation.evidence_end,
    described.report_id,
    if($language = 'zh', described.report_title_zh, described.report_title_en) as report_title,
    if($language = 'zh', described.publisher_zh, described.publisher_en) as publisher,
    described.source_kind,
    described.published_on::varchar as published_on,
    described.observation_id,
    (select number from snapshot) as snapshot
from described_cells as described
inner join reported_places as locality on described.locality_code = locality.code
inner join indicator on described.indicator_id = indicator.id
left join observation on described.observation_id = observation.id
left join observation_findings as found on described.observation_id = found.observation_id
order by described.locality_code, indicator.position, described.year
