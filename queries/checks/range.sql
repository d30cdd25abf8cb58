-- Check 8. One row per accepted observation that no figure can be: a negative one, a rate above 100 per cent, or one of a
-- year that its report cannot know of: the row, and which fault it has (negative, above_all, future).
with judged as (
    select
        observation as one,
        case
            when observation.value < 0 then 'negative'
            when observation.unit = 'percent' and observation.value > 100 then 'above_all'
            when year(observation.period_end) > year(greatest(coalesce(report.published_on, report.period_end), report.period_end)) then 'future'
        end as fault
    from observation
    inner join report on observation.report_id = report.id
    where observation.status = 'accepted'
)
select one, fault
from judged
where fault is not null
order by one.locality_code, one.indicator_id, one.id
