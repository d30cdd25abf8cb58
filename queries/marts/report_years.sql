-- report_years: one row per locality × year in which the period of at least one report ends, with the best of them: that
-- of the best kind, and of these one that was read whole before one that was read for some indicators. What a page says of the
-- report beside an empty cell. Sorted, so that a reader of one place touches one part of the file.
with best as (
    select
        locality_code,
        year(period_end)::integer as year,
        arg_min(id, (precedence, read <> 'whole', id)) as report_id
    from stg_reports
    group by locality_code, year(period_end)
)
select
    best.*,
    report.read,
    report.title as report_title_zh,
    report.title_en as report_title_en,
    report.publisher as publisher_zh,
    report.publisher_en,
    report.published_on,
    report.kind as report_kind,
    report.source_kind
from best
inner join report on best.report_id = report.id
order by best.locality_code, best.year
