-- One row per report held, with where it comes from, at most $limit: those of the place $first, then the newest.
-- held: how many there are in all. $language.
with shown as (
    from report
    order by locality_code <> $first, period_end desc, locality_code, id
    limit $limit
)
select
    report.id,
    if($language = 'zh', locality.name_zh, locality.name_en) as locality,
    if($language = 'zh', report.title, report.title_en) as title,
    if($language = 'zh', report.publisher, report.publisher_en) as publisher,
    report.kind,
    report.source_kind,
    report.published_on,
    report.period_start,
    report.period_end,
    report.period_basis,
    count(observation.id) as observations,
    if($language = 'zh', report.damage_zh, report.damage_en) as damage,
    (select count(*) from report) as held
from shown as report
inner join reported_places as locality on report.locality_code = locality.code
left join observation on report.id = observation.report_id and observation.status = 'accepted'
group by all
order by any_value(report.locality_code) <> $first, any_value(locality.code), report.period_end desc
