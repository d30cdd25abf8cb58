-- shown_cells(localities, indicators, years, language, span): one row per given locality × indicator × year, or with
-- years null one row per locality × indicator: the latest, with a span [first, last] the latest within it. Where the indicator is missing a neighbour stands in, always as
-- other_definition; where nothing stands the verdict says why. verdicts: as cell_verdicts has them. verdicts_apart: those
-- beside a place of another level, where across_levels does not allow that. Rows come in the order of the given lists.
create or replace macro shown_cells(localities, indicators, years, language, span := null::integer[]) as table
with local_cells as materialized (
    -- Only these places are read: a join to all cells and facts would first put the whole country together.
    from cells where locality_code in (select unnest(localities)) and (span is null or year between span[1] and span[2])
),
local_facts as materialized (from facts where locality_code in (select unnest(localities))),
local_findings as materialized (from observation_findings where locality_code in (select unnest(localities))),
local_proposed as materialized (from proposed_values where locality_code in (select unnest(localities))),
local_reports as materialized (from report where locality_code in (select unnest(localities))),
local_places as materialized (from locality where code in (select unnest(localities))),
described as (
    select
        cells.* exclude (full_year, origin), scope.name_zh as scope_zh, scope.name_en as scope_en,
        facts.* exclude (id, locality_code, indicator_id, value_step, change_text, inputs)
    from local_cells as cells
    inner join local_facts as facts on cells.observation_id = facts.id
    left join scope on facts.scope = scope.id
),
grid as (
    select place.locality_code, place.position, about.indicator_id, about.rank as indicator_position, wanted.year as wanted_year
    from (select unnest(localities) as locality_code, generate_subscripts(localities, 1) as position) as place
    cross join (select unnest(indicators) as indicator_id, generate_subscripts(indicators, 1) as rank) as about
    cross join (select unnest(coalesce(years, [null::integer])) as year) as wanted
),
own as (
    select grid.locality_code, grid.indicator_id, grid.wanted_year, cells.indicator_id as source_indicator_id, cells.year, 0 as rank
    from grid
    inner join local_cells as cells on grid.locality_code = cells.locality_code and grid.indicator_id = cells.indicator_id
    where grid.wanted_year is null or cells.year = grid.wanted_year
),
beside as (
    select grid.locality_code, grid.indicator_id, grid.wanted_year, cells.indicator_id as source_indicator_id, cells.year, neighbour.rank
    from grid
    inner join neighbour on grid.indicator_id = neighbour.indicator_id
    inner join local_cells as cells on grid.locality_code = cells.locality_code and neighbour.neighbour_id = cells.indicator_id
    -- A value worked back from a growth is too far off to stand in for another definition as well.
    where (grid.wanted_year is null or cells.year = grid.wanted_year) and cells.origin <> 'implied'
),
filled as (
    select *
    from (select * from own union all select * from beside)
    qualify row_number() over (partition by locality_code, indicator_id, wanted_year order by rank, year desc) = 1
),
held_reports as (
    select grid_years.locality_code, grid_years.wanted_year, max(report_years.year) as year, arg_max(report_years.report_id, report_years.year) as report_id
    from (select distinct locality_code, wanted_year from grid) as grid_years
    inner join report_years
        on grid_years.locality_code = report_years.locality_code
        and (grid_years.wanted_year is null or report_years.year = grid_years.wanted_year)
        and (span is null or report_years.year between span[1] and span[2])
    group by grid_years.locality_code, grid_years.wanted_year
),
judged as (
    select
        grid.*,
        locality.short_zh, locality.name_en as locality_en, locality.level, locality.population_2020,
        indicator.name_zh as indicator_zh, indicator.name_en as indicator_en, indicator.unit, indicator.kind, indicator.measure, indicator.better,
        filled.source_indicator_id,
        source.name_zh as source_zh, source.name_en as source_en,
        if(filled.year is null, indicator.not_applicable_zh, neighbour.reason_zh) as why_zh,
        if(filled.year is null, indicator.not_applicable_en, neighbour.reason_en) as why_en,
        held.year as held_year, held.report_id as held_report_id, newest.year as newest_year,
        described.* exclude (locality_code, indicator_id),
        limits.across_levels, if(filled.year is null, proposed.observation_id, null) as proposed_observation_id,
        coalesce(filled.source_indicator_id <> grid.indicator_id, false) as stands_in,
        coalesce(grid.wanted_year is null and filled.year < newest.year - limits.latest_window_years, false) as outdated,
        case
            when filled.year is not null then described.holding
            when not list_contains(indicator.applies_to_levels, locality.level) then ['not_applicable']
            when held.report_id is null then ['no_report']
            when held_report.read = 'partly' then ['not_read']
            else ['not_reported']
        end as holds
    from grid
    inner join local_places as locality on grid.locality_code = locality.code
    inner join indicator on grid.indicator_id = indicator.id
    left join filled
        on grid.locality_code = filled.locality_code
        and grid.indicator_id = filled.indicator_id
        and grid.wanted_year is not distinct from filled.wanted_year
    inner join comparability as limits on coalesce(filled.source_indicator_id, grid.indicator_id) = limits.indicator_id
    left join indicator as source on filled.source_indicator_id = source.id
    left join neighbour on grid.indicator_id = neighbour.indicator_id and filled.source_indicator_id = neighbour.neighbour_id
    left join (select indicator_id, least(year, span[2]) as year from newest_years) as newest
        on filled.source_indicator_id = newest.indicator_id
    left join held_reports as held
        on grid.locality_code = held.locality_code and grid.wanted_year is not distinct from held.wanted_year
    left join local_reports as held_report on held.report_id = held_report.id
    left join local_proposed as proposed
        on grid.locality_code = proposed.locality_code and grid.indicator_id = proposed.indicator_id and held.year = proposed.year
    left join described
        on filled.locality_code = described.locality_code
        and filled.source_indicator_id = described.indicator_id
        and filled.year = described.year
)
select
    judged.locality_code,
    if(language = 'zh', short_zh, locality_en) as locality,
    level,
    judged.indicator_id,
    if(language = 'zh', indicator_zh, indicator_en) as indicator,
    judged.unit, judged.kind, judged.measure, judged.better,
    coalesce(judged.year, wanted_year, held_year)::integer as year,
    newest_year,
    judged.observation_id,
    value::double as value,
    value_text,
    bound,
    value_low::double as value_low, value_high::double as value_high, interval_low::double as interval_low, interval_high::double as interval_high,
    numerator::double as numerator, denominator::double as denominator, origin, period_kind,
    judged.period_start, judged.period_end, judged.period_basis,
    scope, if(language = 'zh', scope_zh, scope_en) as scope_name,
    coalesce(source_indicator_id, judged.indicator_id) = judged.indicator_id as own_definition,
    coalesce(source_indicator_id, judged.indicator_id) as source_indicator_id,
    if(language = 'zh', source_zh, source_en) as source_indicator,
    -- Why a neighbour is no match, or why the level has no such figure.
    if(holds = ['not_applicable'] or stands_in, if(language = 'zh', why_zh, why_en), null) as reason,
    cell_verdicts(holds, stands_in, outdated) as verdicts,
    cell_verdicts(holds, stands_in, outdated, judged.observation_id is not null) as verdicts_apart,
    across_levels,
    coalesce(judged.report_id, held_report_id) as report_id,
    if(language = 'zh', report.title, report.title_en) as report_title,
    if(language = 'zh', report.publisher, report.publisher_en) as publisher,
    report.published_on,
    report.kind as report_kind,
    report.source_kind,
    change::double as change, change_unit,
    if(language = 'zh', judged.note_zh, judged.note_en) as note,
    if(language = 'zh', judged.doubt_zh, judged.doubt_en) as doubt,
    contradicting, corroborating, proposed_observation_id,
    found.severity as finding_severity,
    if(language = 'zh', found.explanation_zh, found.explanation_en) as finding,
    population_2020 as population
from judged
left join local_findings as found on judged.observation_id = found.observation_id
left join local_reports as report on coalesce(judged.report_id, held_report_id) = report.id
order by position, indicator_position, wanted_year
