-- One row per observation that the given one was made from, down to the phrases, each followed by its own inputs;
-- depth 1 = direct, parent_id = what it is an input of. A leaf is reported and has its phrase. $id, $language.
with recursive tree as (
    select input_observation_id as id, observation_id as parent_id, role, 1 as depth, [place] as path
    from derivation
    where observation_id = $id
    union all
    select derivation.input_observation_id, tree.id, derivation.role, tree.depth + 1, list_append(tree.path, derivation.place)
    from tree
    inner join derivation on tree.id = derivation.observation_id
    -- What the marts make goes one or two steps deep; a damaged store that goes round must end too.
    where tree.depth < 10
),
own as materialized (
    select distinct locality_code from derivation where observation_id = $id
),
-- What a value is made from stands in reports of its own place: only these rows are read.
local_facts as materialized (
    from facts where locality_code in (from own)
),
local_observations as materialized (
    select id, change_bound, evidence_phrase from observation where locality_code in (from own)
)
select
    tree.id as observation_id,
    tree.parent_id,
    tree.role,
    tree.depth,
    if($language = 'zh', locality.name_zh, locality.name_en) as locality,
    if($language = 'zh', indicator.name_zh, indicator.name_en) as indicator,
    indicator.unit,
    indicator.kind,
    facts.value::double as value,
    facts.value_text,
    facts.value_low::double as value_low,
    facts.value_high::double as value_high,
    facts.bound,
    facts.origin,
    if($language = 'zh', scope.name_zh, scope.name_en) as scope_name,
    facts.period_kind,
    facts.period_start,
    facts.period_end,
    facts.period_basis,
    facts.change::double as change,
    facts.change_text,
    facts.change_unit,
    observation.change_bound,
    observation.evidence_phrase,
    if($language = 'zh', report.title, report.title_en) as report_title,
    if($language = 'zh', report.publisher, report.publisher_en) as publisher,
    report.published_on
from tree
inner join local_facts as facts on tree.id = facts.id
inner join report on facts.report_id = report.id
inner join reported_places as locality on facts.locality_code = locality.code
inner join indicator on facts.indicator_id = indicator.id
left join scope on facts.scope = scope.id
left join local_observations as observation on tree.id = observation.id
order by tree.path
