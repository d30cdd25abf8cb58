-- reports: one row per report that only one of the snapshots attached as earlier and later has. first: no other report of its place
-- was there before.
with both_times as (
    select report.*, true as added from later.report as report where report.id not in (select id from earlier.report)
    union all
    select report.*, false as added from earlier.report as report where report.id not in (select id from later.report)
)
select
    both_times.id, both_times.added, both_times.locality_code, locality.name_zh as locality_zh, locality.name_en as locality_en,
    both_times.title as title_zh, both_times.title_en, both_times.kind, year(both_times.period_end) as year,
    both_times.added
    and both_times.locality_code not in (select locality_code from earlier.report) as first
from both_times
inner join later.locality as locality on both_times.locality_code = locality.code
order by not both_times.added, both_times.locality_code, both_times.period_end, both_times.id
