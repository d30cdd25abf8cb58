-- One row per contradiction or doubt about one of the given observations, the gravest first: place, report and what does
-- not hold, in words. $observations varchar[], $language.
select
    finding.id,
    finding.severity,
    if($language = 'zh', coalesce(locality.short_zh, ''), coalesce(locality.name_en, '')) as locality,
    if($language = 'zh', report.title, report.title_en) as report_title,
    if($language = 'zh', finding.explanation_zh, finding.explanation_en) as explanation
from finding
inner join report on finding.report_id = report.id
left join reported_places as locality on coalesce(finding.locality_code, report.locality_code) = locality.code
where list_has_any(finding.observation_ids, $observations::varchar[]) and finding.severity in ('contradiction', 'doubtful')
order by list_position(['contradiction', 'doubtful'], finding.severity), locality.code, finding.id
