-- One row per reported observation whose indicator, phrase or place matches $text (names, pinyin initials), at most
-- $limit, those of the place $first before the others, then newest first. $language.
with about as materialized (
    -- The few names are searched once, not again for each of millions of observations.
    select id, position, contains(lower(name_zh || ' ' || search), lower($text)) as named,
        contains(lower(concat_ws(' ', name_zh, name_en, search)), lower($text)) as matches
    from indicator
),
places as materialized (
    select code from reported_places where contains(lower(concat_ws(' ', name_zh, name_en, search)), lower($text))
),
best as (
    select
        observation.rowid as row_number, about.named, about.position, observation.locality_code <> $first as elsewhere,
        observation.period_end, observation.locality_code
    from observation
    inner join about on observation.indicator_id = about.id
    where
        about.matches
        or observation.locality_code in (from places)
        or contains(observation.evidence_phrase, $text)
    order by not about.named, elsewhere, observation.period_end desc, observation.locality_code, about.position, row_number
    limit $limit
)
select
    observation.id as observation_id,
    if($language = 'zh', locality.short_zh, locality.name_en) as locality,
    if($language = 'zh', indicator.name_zh, indicator.name_en) as indicator,
    indicator.unit,
    if(observation.bound = 'between', null, observation.value)::double as value,
    observation.value_text,
    if(observation.bound = 'between', observation.value, null)::double as value_low,
    observation.upper::double as value_high,
    observation.bound,
    observation.period_kind,
    observation.period_start,
    observation.period_end,
    observation.period_basis,
    observation.status,
    if($language = 'zh', scope.name_zh, scope.name_en) as scope_name,
    observation.evidence_phrase,
    found.severity as finding_severity,
    if($language = 'zh', found.explanation_zh, found.explanation_en) as finding,
    if($language = 'zh', report.title, report.title_en) as report_title
from best
inner join observation on best.row_number = observation.rowid
inner join reported_places as locality on observation.locality_code = locality.code
inner join indicator on observation.indicator_id = indicator.id
inner join report on observation.report_id = report.id
left join scope on observation.scope = scope.id
left join observation_findings as found on observation.id = found.observation_id
order by not best.named, best.elsewhere, best.period_end desc, best.locality_code, best.position, best.row_number
