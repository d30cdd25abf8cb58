-- reference_values: one row per value that may stand as a line beside the cells of places inside its region: those published
-- outside the reports, and the comparable rates of a country, province or city itself (from_cells), period as its year.
select
    region, region_code, level, indicator_id, period, period_start, period_end, value, bound, kind, scope, source_kind,
    note_zh, note_en, source_title as source_title_zh, source_title as source_title_en, source_url, false as from_cells
from benchmark
union all by name
select
    if(locality.level = 'prefecture', locality.name_zh, locality.short_zh) as region,
    cells.locality_code as region_code,
    locality.level,
    cells.indicator_id,
    cells.year::varchar as period,
    coalesce(facts.period_start, facts.period_end) as period_start,
    facts.period_end,
    facts.value,
    facts.bound,
    'reported' as kind,
    '' as scope,
    report.source_kind,
    facts.note_zh,
    facts.note_en,
    report.title as source_title_zh,
    report.title_en as source_title_en,
    report.source_url,
    true as from_cells
from cells
inner join facts on cells.observation_id = facts.id
inner join reported_places as locality on cells.locality_code = locality.code
inner join indicator on cells.indicator_id = indicator.id
inner join report on facts.report_id = report.id
where
    locality.level in ('country', 'province', 'prefecture')
    and indicator.kind = 'rate'
    and list_contains(cell_verdicts(cells.holding), 'compared')
