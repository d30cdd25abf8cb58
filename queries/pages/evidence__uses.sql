-- One row per derived or implied observation that the given one is an input of. $id, $language.
with made as materialized (
    select observation_id, locality_code from derivation where input_observation_id = $id
),
own_facts as (
    from facts where locality_code in (select locality_code from made)
)
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
from made
inner join own_facts as facts on made.observation_id = facts.id
inner join indicator on facts.indicator_id = indicator.id
order by facts.id
