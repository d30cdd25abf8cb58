-- report_years: one row per locality × year that at least one report of ours covers, with the best of them.
with covered as (
    select id, locality_code, kind, title, title_en, unnest(range(year(period_start), year(period_end) + 1)) as year
    from report
)
select
    locality_code,
    year,
    -- An annual report on rule-of-law government is expected to hold the catalogue's figures; other kinds are not.
    arg_min(id, case kind when 'annual_report' then 1 when 'work_report' then 2 else 3 end) as report_id
from covered
group by locality_code, year
