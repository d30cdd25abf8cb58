-- One row per finding that touches one observation, gravest first; those that held too. $id, $language.
select
    finding.id,
    finding."check",
    finding.severity,
    finding.stated,
    finding.computed,
    if($language = 'zh', finding.explanation_zh, finding.explanation_en) as explanation,
    finding.marks
from finding
where list_contains(finding.observation_ids, $id)
order by list_position(['contradiction', 'doubtful', 'note', 'holds'], finding.severity), finding."check", finding.id
