-- One row per derived or implied observation that the given one is an input of. $id, $language.
select
    facts.id as observation_id,
    if($language = 'zh', indicator.name_zh, indicator.name_en) as indicator,
    indicator.unit,
    facts.value::double as value,
    facts.value_low::double as value_low,
    facts.value_high::double as value_high,
    facts.bound,
    facts.origin,
    facts.period_kind,
    facts.period_start,
    facts.period_end,
    facts.period_basis
from derivation
inner join facts on derivation.observation_id = facts.id
inner join indicator on facts.indicator_id = indicator.id
where derivation.input_observation_id = $id
order by facts.id
