-- stated_indicators: one row per report that was read whole: the indicators that it states (accepted), in the order of their ids, and the
-- level of its place. newest: no later report of the place was read whole. Sorted, so that a level is a few parts of the file.
select
    report.id as report_id,
    report.locality_code,
    place.level,
    report.period_end,
    row_number() over (partition by report.locality_code order by report.period_end desc, report.id) = 1 as newest,
    coalesce(
        list_sort(list(distinct observation.indicator_id) filter (where observation.indicator_id is not null)), []
    ) as indicator_ids
from report
inner join locality as place on report.locality_code = place.code
left join observation on report.id = observation.report_id and observation.status = 'accepted'
where report.read = 'whole'
group by report.id, report.locality_code, place.level, report.period_end
order by place.level, report.locality_code, report.period_end, report.id
