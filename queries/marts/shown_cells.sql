-- shown_cells(localities, indicators, years, language, span): one row per given locality × indicator × year, or with
-- years null one row per locality × indicator: the latest, with a span [first, last] the latest within it. What fills a cell
-- is told by filled_cells; where nothing does the verdict says why. verdicts: as verdict_lists has them. verdicts_apart: those
-- beside a place of another level, where across_levels does not allow that. Rows come in the order of the given lists.
create or replace macro shown_cells(localities, indicators, years, language, span := null::integer[]) as table
with shown as (
    -- Only these places are read: a join to all cells would first put the whole country together.
    select *, if(years is null, null, year) as wanted_year
    from filled_cells as cell
    where
        locality_code in (select unnest(localities))
        and if(years is not null, list_contains(years, year), if(span is null, latest, year between span[1] and span[2]))
        and not exists (
            from filled_cells as other
            where
                span is not null
                and other.locality_code in (select unnest(localities))
                and other.year between span[1] and span[2]
                and other.locality_code = cell.locality_code
                and other.indicator_id = cell.indicator_id
                and (other.rank < cell.rank or (other.rank = cell.rank and other.year > cell.year))
        )
),
held as (
    select locality_code, if(years is null, null, year) as wanted_year, max(year) as year, arg_max(report_id, year) as report_id
    from report_years
    where
        locality_code in (select unnest(localities))
        and (years is null or list_contains(years, year))
        and (span is null or year between span[1] and span[2])
    group by all
),
judged as (
    select
        place.position, about.position as indicator_position, wanted.year as wanted_year,
        locality.code, locality.short_zh, locality.name_en as locality_en, locality.level, locality.population_2020,
        about.indicator_id as asked_id, definitions.* exclude (indicator_id, source_indicator_id, rank),
        shown.* exclude (locality_code, wanted_year, period_basis, report_id, rank, note_zh, note_en),
        shown.period_basis, shown.note_zh, shown.note_en,
        held.year as held_year,
        if(newest.year is null, null, least(newest.year, span[2])) as newest_year,
        coalesce(shown.report_id, held.report_id) as told_report_id,
        if(shown.year is null, proposed.observation_id, null) as proposed_observation_id,
        report.title, report.title_en, report.publisher, report.publisher_en, report.published_on, report.kind as report_kind, report.source_kind,
        years is null and shown.year < newest_year - definitions.latest_window_years as outdated,
        case
            when shown.year is not null then shown.holding
            when not list_contains(definitions.applies_to_levels, locality.level) then ['not_applicable']
            when held.report_id is null then ['no_report']
            when report.read = 'partly' then ['not_read']
            else ['not_reported']
        end as holds
    from (select unnest(localities) as locality_code, generate_subscripts(localities, 1) as position) as place
    cross join (select unnest(indicators) as indicator_id, generate_subscripts(indicators, 1) as position) as about
    cross join (select unnest(coalesce(years, [null::integer])) as year) as wanted
    inner join locality on place.locality_code = locality.code
    left join shown
        on place.locality_code = shown.locality_code
        and about.indicator_id = shown.indicator_id
        and wanted.year is not distinct from shown.wanted_year
    inner join definitions
        on about.indicator_id = definitions.indicator_id
        and coalesce(shown.source_indicator_id, about.indicator_id) = definitions.source_indicator_id
    left join newest_years as newest on shown.source_indicator_id = newest.indicator_id
    left join held on place.locality_code = held.locality_code and wanted.year is not distinct from held.wanted_year
    left join report on coalesce(shown.report_id, held.report_id) = report.id
    left join proposed_values as proposed
        on place.locality_code = proposed.locality_code and about.indicator_id = proposed.indicator_id and held.year = proposed.year
)
select
    code as locality_code,
    if(language = 'zh', short_zh, locality_en) as locality,
    level,
    asked_id as indicator_id,
    if(language = 'zh', indicator_zh, indicator_en) as indicator,
    unit, kind, measure, better,
    coalesce(year, wanted_year, held_year)::integer as year,
    newest_year,
    observation_id,
    value::double as value,
    value_text,
    bound,
    value_low::double as value_low, value_high::double as value_high, interval_low::double as interval_low, interval_high::double as interval_high,
    numerator::double as numerator, denominator::double as denominator, origin, period_kind,
    period_start, period_end, period_basis,
    scope, if(language = 'zh', scope_zh, scope_en) as scope_name,
    not coalesce(judged.stands_in, false) as own_definition,
    coalesce(source_indicator_id, asked_id) as source_indicator_id,
    if(year is null, null, if(language = 'zh', source_zh, source_en)) as source_indicator,
    -- Why a neighbour is no match, or why the level has no such figure.
    case
        when judged.stands_in then if(language = 'zh', reason_zh, reason_en)
        when holds = ['not_applicable'] then if(language = 'zh', not_applicable_zh, not_applicable_en)
    end as reason,
    if(outdated, lists.verdicts_outdated, lists.verdicts) as verdicts,
    if(outdated, lists.verdicts_outdated_apart, lists.verdicts_apart) as verdicts_apart,
    across_levels,
    told_report_id as report_id,
    if(language = 'zh', title, title_en) as report_title,
    if(language = 'zh', publisher, publisher_en) as publisher,
    published_on,
    report_kind,
    source_kind,
    change::double as change, change_unit,
    if(language = 'zh', note_zh, note_en) as note,
    if(language = 'zh', doubt_zh, doubt_en) as doubt,
    contradicting, corroborating, proposed_observation_id,
    finding_severity,
    if(language = 'zh', finding_zh, finding_en) as finding,
    population_2020 as population
from judged
left join verdict_lists as lists on judged.holds = lists.holding and coalesce(judged.stands_in, false) = lists.stands_in
order by position, indicator_position, wanted_year
