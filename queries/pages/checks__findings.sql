-- One row per finding, gravest first, then by place and report, with the names of what it touches in $language (zh, en) and its marks as JSON.
-- $severity, $check varchar or null for all, $localities varchar[] or null for all.
with chosen as materialized (
    from finding
    where
        ($severity::varchar is null or severity = $severity)
        and ($check::varchar is null or "check" = $check)
        and ($localities::varchar[] is null or list_contains($localities::varchar[], locality_code))
),
named as (
    select
        finding.id,
        list(if($language = 'zh', indicator.name_zh, indicator.name_en) order by touched.place) as indicators
    from chosen as finding, unnest(finding.indicator_ids) with ordinality as touched (indicator_id, place)
    inner join indicator on touched.indicator_id = indicator.id
    group by finding.id
)
select
    finding.id,
    finding."check",
    finding.severity,
    finding.locality_code,
    if($language = 'zh', locality.short_zh, locality.name_en) as locality,
    finding.report_id,
    if($language = 'zh', report.title, report.title_en) as report_title,
    if($language = 'zh', report.publisher, report.publisher_en) as publisher,
    report.published_on,
    year(report.period_end) as report_year,
    report.source_url,
    finding.indicator_ids,
    coalesce(named.indicators, []) as indicators,
    finding.observation_ids,
    finding.stated,
    finding.computed,
    finding.explanation_zh,
    finding.explanation_en,
    if($language = 'zh', finding.explanation_zh, finding.explanation_en) as explanation,
    finding.marks,
    finding.evidence_phrase,
    finding.evidence_start,
    finding.evidence_end
from chosen as finding
inner join report on finding.report_id = report.id
left join reported_places as locality on finding.locality_code = locality.code
left join named on finding.id = named.id
order by
    list_position(['contradiction', 'doubtful', 'note', 'holds'], finding.severity),
    finding.locality_code,
    finding.report_id,
    finding."check",
    finding.evidence_start nulls first,
    finding.id
