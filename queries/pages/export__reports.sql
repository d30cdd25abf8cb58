-- One row per report held, with where it comes from and the checksum of the document that was read, missing where
-- only clauses of it were seen. $language.
select
    report.id as report_id,
    report.locality_code,
    if($language = 'zh', report.title, report.title_en) as report_title,
    if($language = 'zh', report.publisher, report.publisher_en) as publisher,
    report.kind,
    report.source_kind,
    report.published_on::varchar as published_on,
    report.period_start::varchar as period_start,
    report.period_end::varchar as period_end,
    report.period_basis,
    report.source_url,
    nullif(report.sha256, '') as sha256
from report
order by report.locality_code, report.period_end, report.id
