-- One row per finding, gravest first, then by place, the newest report first, with the names of what it touches in $language (zh, en) and its marks as JSON.
-- $severity, $check varchar or null for all, $localities varchar[] or null for all.
select
    id,
    "check",
    severity,
    locality_code,
    if($language = 'zh', locality_zh, locality_en) as locality,
    report_id,
    if($language = 'zh', report_title_zh, report_title_en) as report_title,
    if($language = 'zh', publisher_zh, publisher_en) as publisher,
    published_on,
    report_year,
    source_url,
    indicator_ids,
    if($language = 'zh', indicators_zh, indicators_en) as indicators,
    observation_ids,
    stated,
    computed,
    explanation_zh,
    explanation_en,
    if($language = 'zh', explanation_zh, explanation_en) as explanation,
    marks,
    evidence_phrase,
    evidence_start,
    evidence_end
from listed_findings
where
    ($severity::varchar is null or severity = $severity)
    and ($check::varchar is null or "check" = $check)
    and ($localities::varchar[] is null or list_contains($localities::varchar[], locality_code))
order by gravity, locality_code, report_year desc nulls last, report_id, "check", evidence_start nulls first, id
