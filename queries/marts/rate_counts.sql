-- rate_counts: one row per report × rate × period whose counts are all known exactly, with the Wilson 95% interval.
-- Method: Wilson (1927), as in PHEindicatormethods phe_proportion; z = 1.959964. value and limits in percent.
-- Inputs must share report and period; of the bases of their periods the least sure is told. A whole-locality count goes before a part of it; where only one part is
-- stated its scope becomes the scope of the rate; two different parts make no rate.
with inputs as (
    select
        parts.rate_id,
        parts.side,
        parts.input_id,
        stated.report_id,
        stated.locality_code,
        stated.period_kind,
        stated.period_start,
        stated.period_end,
        stated.period_basis,
        stated.id,
        stated.value,
        stated.scope,
        row_number() over whole_first as place,
        count(*) filter (where stated.scope <> '') over same_count as scoped,
        count(*) over same_count as stated_times
    from stg_rate_parts as parts
    inner join stg_observations as stated on parts.input_id = stated.indicator_id
    where stated.bound = 'exact'
    window
        same_count as (
            partition by parts.rate_id, parts.side, parts.input_id, stated.report_id, stated.period_start, stated.period_end
        ),
        whole_first as (
            partition by parts.rate_id, parts.side, parts.input_id, stated.report_id, stated.period_start, stated.period_end
            order by stated.scope <> '', stated.id
        )
),
chosen as (
    select * from inputs where place = 1 and (scope = '' or scoped = 1)
),
needed as (
    select rate_id, count(*) as parts from stg_rate_parts group by rate_id
),
summed as (
    select
        chosen.rate_id,
        chosen.report_id,
        chosen.locality_code,
        chosen.period_kind,
        chosen.period_start,
        chosen.period_end,
        min(chosen.period_basis) as period_basis,
        sum(chosen.value) filter (where chosen.side = 'numerator') as numerator,
        sum(chosen.value) filter (where chosen.side = 'denominator') as denominator,
        coalesce(max(chosen.scope) filter (where chosen.scope <> ''), '') as scope,
        count(distinct chosen.scope) filter (where chosen.scope <> '') as scopes,
        list({'observation_id': chosen.id, 'role': chosen.side} order by chosen.side desc, chosen.input_id) as inputs
    from chosen
    group by all
),
complete as (
    select summed.*
    from summed
    inner join needed using (rate_id)
    where len(inputs) = needed.parts and scopes <= 1
),
shares as (
    select *, (numerator / denominator)::double as share, 1.959964 as z
    from complete
    -- More successes than cases is a contradiction in the report, not a rate.
    where denominator > 0 and numerator <= denominator
)
select
    rate_id,
    report_id,
    locality_code,
    period_kind,
    period_start,
    period_end,
    period_basis,
    scope,
    numerator,
    denominator,
    round(100 * share, 4) as value,
    round(100 * greatest(0, (share + z * z / (2 * denominator) - z * sqrt(share * (1 - share) / denominator + z * z / (4 * denominator * denominator))) / (1 + z * z / denominator)), 4) as interval_low,
    round(100 * least(1, (share + z * z / (2 * denominator) + z * sqrt(share * (1 - share) / denominator + z * z / (4 * denominator * denominator))) / (1 + z * z / denominator)), 4) as interval_high,
    inputs
from shares
