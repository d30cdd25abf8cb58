-- findings: one row per finding that the snapshot attached as later has and the one attached as earlier has not; what was found right is left
-- out, for nobody has to act on it.
select
    finding.id, finding."check", finding.severity, finding.locality_code, locality.name_zh as locality_zh,
    locality.name_en as locality_en, finding.report_id, finding.stated, finding.computed, finding.explanation_zh,
    finding.explanation_en
from later.finding as finding
left join later.locality as locality on finding.locality_code = locality.code
where finding.severity <> 'holds' and finding.id not in (select id from earlier.finding)
order by
    case finding.severity when 'contradiction' then 1 when 'doubtful' then 2 else 3 end, finding.locality_code, finding.id
