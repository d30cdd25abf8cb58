-- One row per reported observation whose indicator, phrase or place matches $text (names, pinyin initials), at most
-- $limit, those of the place $first before the others, then newest first. $language.
select
    observation.id as observation_id,
    if($language = 'zh', locality.short_zh, locality.name_en) as locality,
    if($language = 'zh', indicator.name_zh, indicator.name_en) as indicator,
    indicator.unit,
    observation.value::double as value,
    observation.value_text,
    observation.bound,
    observation.period_kind,
    observation.period_start,
    observation.period_end,
    observation.period_basis,
    observation.status,
    if($language = 'zh', scope.name_zh, scope.name_en) as scope_name,
    observation.evidence_phrase,
    if($language = 'zh', report.title, report.title_en) as report_title
from observation
inner join locality on observation.locality_code = locality.code
inner join indicator on observation.indicator_id = indicator.id
inner join report on observation.report_id = report.id
left join scope on observation.scope = scope.id
where
    contains(
        lower(concat_ws(' ', indicator.name_zh, indicator.name_en, indicator.search, observation.evidence_phrase, locality.name_zh, locality.name_en, locality.search)),
        lower($text)
    )
order by not contains(lower(indicator.name_zh || ' ' || indicator.search), lower($text)), observation.locality_code <> $first, observation.period_end desc, locality.code, indicator.position
limit $limit
