-- report_years: one row per locality × year in which the period of at least one report ends, with the best of them.
select
    locality_code,
    year(period_end)::integer as year,
    -- An annual report on rule-of-law government is expected to hold the catalogue's figures; other kinds are not.
    arg_min(id, case kind when 'annual_report' then 1 when 'work_report' then 2 else 3 end) as report_id
from report
group by locality_code, year(period_end)
