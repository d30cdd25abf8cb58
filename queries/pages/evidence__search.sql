-- One row per reported observation whose indicator, phrase or place holds each word of $text, of the first three (names, pinyin
-- initials, or the year of its period), at most $limit, those of the place $first before the others, then newest first. $places varchar[] and $days
-- date[]: only of these places and ends of periods (evidence__days gives them), and of $first; null for all. $named: only those whose indicator
-- the first word names, or only the others; null for both. $language.
with asked as materialized (
    -- A word that is not given is '', which every text holds.
    select
        lower(coalesce(words[1], '')) as first, lower(coalesce(words[2], '')) as second, lower(coalesce(words[3], '')) as third,
        try_cast(words[1] as integer) as first_year, try_cast(words[2] as integer) as second_year,
        try_cast(words[3] as integer) as third_year
    from (select string_split_regex(trim($text, ' 　'), '[\s　]+') as words)
),
about as materialized (
    -- The few names are searched once, not again for each of millions of observations.
    select
        id, position, contains(lower(name_zh || ' ' || search), asked.first) as named,
        lower(concat_ws(' ', name_zh, name_en, search)) as names,
        contains(names, asked.first) as first, contains(names, asked.second) as second, contains(names, asked.third) as third
    from indicator
    cross join asked
),
looked_at as materialized (
    select unnest($places::varchar[]) as locality_code, unnest($days::date[]) as period_end
    union
    select locality_code, period_end from stated_days where $places::varchar[] is null or locality_code = $first
),
places as materialized (
    select
        code, lower(concat_ws(' ', name_zh, name_en, search)) as names,
        contains(names, asked.first) as first, contains(names, asked.second) as second, contains(names, asked.third) as third
    from reported_places
    cross join asked
    where code in (select locality_code from looked_at)
),
best as (
    select
        observation.rowid as row_number, about.named, about.position, observation.locality_code <> $first as elsewhere,
        observation.period_end, observation.locality_code
    from observation
    inner join looked_at
        on observation.locality_code = looked_at.locality_code and observation.period_end = looked_at.period_end
    inner join about on observation.indicator_id = about.id
    inner join places on observation.locality_code = places.code
    cross join asked
    where
        ($named::boolean is null or about.named = $named)
        -- Of many places this leaves out rows before they are joined: of a few the file's own groups do.
        and ($places::varchar[] is null or list_contains(list_append($places::varchar[], $first), observation.locality_code))
        and (about.first or places.first or contains(lower(observation.evidence_phrase), asked.first) or year(observation.period_end) = asked.first_year)
        and (about.second or places.second or contains(lower(observation.evidence_phrase), asked.second) or year(observation.period_end) = asked.second_year)
        and (about.third or places.third or contains(lower(observation.evidence_phrase), asked.third) or year(observation.period_end) = asked.third_year)
    order by not about.named, elsewhere, observation.period_end desc, observation.locality_code, about.position, row_number
    limit $limit
),
doubts as (
    -- Only the rows of these places are read.
    from observation_findings where locality_code in (select locality_code from best)
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
left join doubts as found on observation.id = found.observation_id
order by not best.named, best.elsewhere, best.period_end desc, best.locality_code, best.position, best.row_number
