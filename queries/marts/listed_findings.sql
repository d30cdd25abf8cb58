-- listed_findings: one row per finding, with the names of its place, its report and the indicators that it touches, in both languages.
-- gravity: 1 for the gravest. Sorted, so that a reader of one place touches one part of the file, and as they are listed within it.
with touching as (
    select id, unnest(indicator_ids) as indicator_id, generate_subscripts(indicator_ids, 1) as place from finding
),
named as (
    select
        touching.id,
        list(indicator.name_zh order by touching.place) as indicators_zh,
        list(indicator.name_en order by touching.place) as indicators_en
    from touching
    inner join indicator on touching.indicator_id = indicator.id
    group by touching.id
)
select
    finding.*,
    list_position(['contradiction', 'doubtful', 'note', 'holds'], finding.severity) as gravity,
    place.short_zh as locality_zh,
    place.name_en as locality_en,
    report.title as report_title_zh,
    report.title_en as report_title_en,
    report.publisher as publisher_zh,
    report.publisher_en,
    report.published_on,
    year(report.period_end) as report_year,
    report.source_url,
    coalesce(named.indicators_zh, []) as indicators_zh,
    coalesce(named.indicators_en, []) as indicators_en
from finding
inner join report on finding.report_id = report.id
left join reported_places as place on finding.locality_code = place.code
left join named on finding.id = named.id
order by finding.locality_code, gravity, finding.report_id, finding."check", finding.evidence_start nulls first, finding.id
