-- At most one row: everything about one observation and its report, whatever its origin or status. $id, $language.
with place as materialized (
    -- What is made of others is found by them. All else of the figure lies among the rows of its place.
    select locality_code from observation where id = $id
    union
    select locality_code from derivation where observation_id = $id
),
every as (
    select id, report_id, locality_code, indicator_id, if(bound = 'between', null, value) as value, value_text, if(bound = 'between', value, null) as value_low, upper as value_high, bound, scope, period_kind, period_start, period_end,
        period_basis, origin, change, change_text, change_unit, confidence, status, evidence_phrase, evidence_start,
        evidence_end, evidence_section, note_zh, note_en
    from observation
    where id = $id and locality_code in (from place)
    union all by name
    select id, report_id, locality_code, indicator_id, value, value_text, value_low, value_high, bound, scope, period_kind, period_start, period_end,
        period_basis, origin, change_unit, 'accepted' as status
    from facts
    where id = $id and origin <> 'reported' and locality_code in (from place)
),
own_cells as (
    from cells where locality_code in (from place)
)
select
    every.id as observation_id,
    every.report_id,
    every.locality_code,
    if($language = 'zh', locality.name_zh, locality.name_en) as locality,
    locality.level,
    every.indicator_id,
    if($language = 'zh', indicator.name_zh, indicator.name_en) as indicator,
    if($language = 'zh', indicator.definition_zh, indicator.definition_en) as definition,
    indicator.unit,
    indicator.kind,
    every.value::double as value,
    every.value_text,
    every.value_low::double as value_low,
    every.value_high::double as value_high,
    every.bound,
    every.scope,
    if($language = 'zh', scope.name_zh, scope.name_en) as scope_name,
    every.period_kind,
    every.period_start,
    every.period_end,
    every.period_basis,
    every.origin,
    every.change::double as change,
    every.change_text,
    every.change_unit,
    every.confidence::double as confidence,
    every.status,
    every.evidence_phrase,
    every.evidence_start,
    every.evidence_end,
    every.evidence_section,
    if($language = 'zh', every.note_zh, every.note_en) as note,
    if($language = 'zh', report.title, report.title_en) as report_title,
    if($language = 'zh', report.publisher, report.publisher_en) as publisher,
    report.kind as report_kind,
    report.published_on,
    report.period_start as report_start,
    report.period_end as report_end,
    report.source_kind,
    report.source_url,
    report.sha256,
    report.characters,
    if($language = 'zh', report.damage_zh, report.damage_en) as damage,
    if($language = 'zh', report.note_zh, report.note_en) as report_note,
    cells.year,
    cells.numerator::double as numerator,
    cells.denominator::double as denominator,
    cells.interval_low::double as interval_low,
    cells.interval_high::double as interval_high,
    if($language = 'zh', cells.doubt_zh, cells.doubt_en) as doubt,
    newest.year as newest_year,
    coalesce(cells.year < newest.year - limits.latest_window_years, false) as outdated,
    cell_verdicts(cells.holding) as verdicts,
    report_text.text as report_text
from every
inner join report on every.report_id = report.id
inner join reported_places as locality on every.locality_code = locality.code
inner join indicator on every.indicator_id = indicator.id
left join scope on every.scope = scope.id
left join own_cells as cells on every.id = cells.observation_id
left join newest_years as newest on every.indicator_id = newest.indicator_id
left join comparability as limits on every.indicator_id = limits.indicator_id
left join report_text on every.report_id = report_text.report_id
where every.id = $id
