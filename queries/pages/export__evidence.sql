-- One row per given observation × phrase it rests on: its own, or those of the reported values it was made from, in the
-- order in which they were used; without a phrase one row with the report alone. $observations varchar[],
-- $localities varchar[]: the places they are of, $language.
with recursive local_facts as materialized (
    -- What a value is made from stands in reports of its own place: only these rows are read.
    from facts where locality_code in (select unnest($localities::varchar[]))
),
made_from as (
    select id, unnest(inputs).observation_id as input_id, generate_subscripts(inputs, 1) as place from local_facts
),
tree as (
    select asked.id as observation_id, asked.id, 0 as depth, []::bigint[] as path
    from (select unnest($observations::varchar[]) as id) as asked
    union all
    select tree.observation_id, made_from.input_id, tree.depth + 1, list_append(tree.path, made_from.place)
    from tree
    inner join made_from on tree.id = made_from.id
    -- What the marts make goes one or two steps deep; a damaged store that goes round must end too.
    where tree.depth < 10
),
local_observations as materialized (
    select id, evidence_phrase from observation where locality_code in (select unnest($localities::varchar[]))
)
select
    tree.observation_id,
    phrase.evidence_phrase,
    if($language = 'zh', report.title, report.title_en) as report_title,
    if($language = 'zh', report.publisher, report.publisher_en) as publisher,
    report.published_on,
    report.source_url
from tree
inner join local_facts on tree.id = local_facts.id
inner join report on local_facts.report_id = report.id
left join local_observations as phrase on tree.id = phrase.id
where phrase.id is not null or tree.depth = 0
order by tree.observation_id, tree.path
