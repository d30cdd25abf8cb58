-- filled_cells: one row per locality × indicator × year in which the indicator, or a neighbour in its stead, has a value: the fact that the cell
-- shows. latest: it is the one that stands for the place where no year is chosen: its own definition before a neighbour's, then the newest year.
-- What else a page says of the fact: its value, scope and period, its report, what holds of it, the gravest finding against it.
with filled as (
    select
        cells.* exclude (indicator_id, origin, full_year, compared),
        definitions.indicator_id,
        definitions.source_indicator_id,
        definitions.rank,
        definitions.rank > 0 as stands_in
    from cells
    inner join definitions on cells.indicator_id = definitions.source_indicator_id
    -- A value worked back from a growth is too far off to stand in for another definition as well.
    where definitions.rank = 0 or cells.origin <> 'implied'
    qualify row_number() over (partition by cells.locality_code, definitions.indicator_id, cells.year order by definitions.rank) = 1
)
select
    filled.*,
    row_number() over (
        partition by filled.locality_code, filled.indicator_id order by filled.rank, filled.year desc
    ) = 1 as latest,
    facts.* exclude (id, locality_code, indicator_id, value_step, change_text, inputs),
    scope.name_zh as scope_zh,
    scope.name_en as scope_en,
    report.title as report_title_zh,
    report.title_en as report_title_en,
    report.publisher as publisher_zh,
    report.publisher_en,
    report.published_on,
    report.kind as report_kind,
    report.source_kind,
    found.severity as finding_severity,
    found.explanation_zh as finding_zh,
    found.explanation_en as finding_en
from filled
inner join facts on filled.observation_id = facts.id
inner join report on facts.report_id = report.id
left join scope on facts.scope = scope.id
left join observation_findings as found on filled.observation_id = found.observation_id
-- Sorted, so that a reader of one place touches one part of the file.
order by filled.locality_code, filled.indicator_id, filled.year
