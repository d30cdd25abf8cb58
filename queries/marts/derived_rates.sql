-- derived_rates: one row per report × rate × period that the report does not state but whose counts it gives.
select
    'd' || substr(sha256(concat_ws('|', counts.report_id, counts.rate_id, counts.scope, counts.period_kind, counts.period_start, counts.period_end)), 1, 15) as id,
    counts.report_id,
    counts.locality_code,
    counts.rate_id as indicator_id,
    counts.value::decimal(20, 6) as value,
    counts.scope,
    counts.period_kind,
    counts.period_start,
    counts.period_end,
    counts.period_basis,
    counts.inputs
from rate_counts as counts
where not exists (
    from stg_observations as stated
    where stated.report_id = counts.report_id and stated.indicator_id = counts.rate_id and stated.period_end = counts.period_end
)
