-- One row per observation of $ids that findings touch: the worst severity, its sentence and id, and how many findings there are.
-- $ids varchar[], $language zh or en.
with touching as (
    select
        unnest(finding.observation_ids) as observation_id,
        finding.id,
        finding.severity,
        if($language = 'zh', finding.explanation_zh, finding.explanation_en) as explanation,
        list_position(['contradiction', 'doubtful', 'note', 'holds'], finding.severity) as rank
    from finding
    where list_has_any(finding.observation_ids, $ids::varchar[])
)
select
    observation_id,
    arg_min(severity, (rank, id)) as severity,
    arg_min(explanation, (rank, id)) as explanation,
    arg_min(id, (rank, id)) as finding_id,
    count(*)::integer as findings
from touching
where list_contains($ids::varchar[], observation_id)
group by observation_id
order by min(rank), observation_id
