-- One row per given observation × phrase it rests on: its own, or those of the reported values it was made from, in the
-- order in which they were used; without a phrase one row with the report alone. $observations varchar[], $language.
with recursive tree as (
    select unnest($observations) as observation_id, unnest($observations) as id, 0 as depth, []::integer[] as path
    union all
    select tree.observation_id, derivation.input_observation_id, tree.depth + 1, list_append(tree.path, derivation.place::integer)
    from tree
    inner join derivation on tree.id = derivation.observation_id
    where tree.depth < 10
)
select
    tree.observation_id,
    observation.evidence_phrase,
    if($language = 'zh', report.title, report.title_en) as report_title,
    if($language = 'zh', report.publisher, report.publisher_en) as publisher,
    report.published_on,
    report.source_url
from tree
inner join facts on tree.id = facts.id
inner join report on facts.report_id = report.id
left join observation on tree.id = observation.id
where observation.id is not null or tree.depth = 0
order by tree.observation_id, tree.path
