-- One row per observation that the given one was made from, down to the phrases; depth 1 = direct. $id, $language.
with recursive tree as (
    select input_observation_id as id, role, 1 as depth from derivation where observation_id = $id
    union all
    select derivation.input_observation_id, derivation.role, tree.depth + 1
    from tree
    inner join derivation on tree.id = derivation.observation_id
)
select
    tree.id as observation_id,
    tree.role,
    tree.depth,
    if($language = 'zh', indicator.name_zh, indicator.name_en) as indicator,
    indicator.unit,
    observation.value::double as value,
    observation.value_text,
    observation.bound,
    observation.change_text,
    observation.change_unit,
    observation.evidence_phrase
from tree
inner join observation on tree.id = observation.id
inner join indicator on observation.indicator_id = indicator.id
order by depth, role desc, indicator.position
