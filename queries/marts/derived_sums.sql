-- derived_sums: one row per report × total × scope × period that the report does not state but whose parts it gives.
-- Parts must be exact, of one report, period and scope, and of their bases the least sure is told; where a report gives two numbers for a part there is no sum.
with parts as (
    select
        sums.total_id,
        sums.input_id,
        stated.*,
        count(*) over (
            partition by sums.total_id, sums.input_id, stated.report_id, stated.scope, stated.period_start, stated.period_end
        ) as stated_times
    from stg_sum_parts as sums
    inner join stg_observations as stated on sums.input_id = stated.indicator_id
    where stated.bound = 'exact'
),
needed as (
    select total_id, count(*) as parts from stg_sum_parts group by total_id
),
summed as (
    select
        total_id,
        report_id,
        locality_code,
        scope,
        period_kind,
        period_start,
        period_end,
        min(period_basis) as period_basis,
        sum(value) as value,
        list({'observation_id': id, 'role': 'summand'} order by input_id) as inputs
    from parts
    where stated_times = 1
    group by all
)
select
    'd' || substr(sha256(concat_ws('|', report_id, total_id, scope, period_kind, period_start, period_end)), 1, 15) as id,
    report_id,
    locality_code,
    total_id as indicator_id,
    value::decimal(20, 6) as value,
    scope,
    period_kind,
    period_start,
    period_end,
    period_basis,
    inputs
from summed
inner join needed using (total_id)
where len(inputs) = needed.parts
and not exists (
    from stg_observations as stated
    where stated.report_id = summed.report_id and stated.indicator_id = summed.total_id and stated.period_end = summed.period_end
)
