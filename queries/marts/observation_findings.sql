-- observation_findings: one row per observation that something was found against, with the gravest finding and how many
-- there are. Notes and checks that held put no figure in doubt and are left to the evidence. Sorted as cells are.
with touching as (
    select
        unnest(observation_ids) as observation_id,
        id,
        severity,
        explanation_zh,
        explanation_en,
        severity <> 'contradiction' as milder
    from finding
    where severity in ('contradiction', 'doubtful')
)
select
    facts.locality_code,
    touching.observation_id,
    arg_min(touching.severity, (touching.milder, touching.id)) as severity,
    arg_min(touching.explanation_zh, (touching.milder, touching.id)) as explanation_zh,
    arg_min(touching.explanation_en, (touching.milder, touching.id)) as explanation_en,
    arg_min(touching.id, (touching.milder, touching.id)) as finding_id,
    count(*)::integer as findings
from touching
inner join facts on touching.observation_id = facts.id
group by facts.locality_code, touching.observation_id
order by facts.locality_code, touching.observation_id
