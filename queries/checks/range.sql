-- Check 8. One row per accepted observation that no figure can be: a negative one, a rate above 100 per cent, or one of a
-- year that its report cannot know of: its id, and which fault it has (negative, above_all, future).
with judged as (
    select
        observation.id as one,
        observation.locality_code,
        observation.indicator_id,
        case
            when observation.value < 0 then 'negative'
            when observation.unit = 'percent' and observation.value > 100 then 'above_all'
            when year(observation.period_end) > year(greatest(coalesce(report.published_on, report.period_end), report.period_end)) then 'future'
        end as fault
    from observation
    inner join report on observation.report_id = report.id
    where observation.status = 'accepted'
)
select 'range' as "check", 'contradiction' as severity, fault as sentence, one, 'stated' as role_one, fault
from judged
where fault is not null
order by locality_code, indicator_id, one
