-- report_years: one row per locality × year in which the period of at least one report ends, with the best of them: that
-- of the best kind, and of these one that was read whole before one that was read for some indicators.
select
    locality_code,
    year(period_end)::integer as year,
    arg_min(id, (precedence, read <> 'whole', id)) as report_id
from stg_reports
group by locality_code, year(period_end)
