-- proposed_values: one row per locality × indicator × year (of period_end) of which a report gives a figure that no person has accepted yet:
-- a damaged or uncertain one, the surest of them. It fills no cell; a cell that is empty must not say that nothing is reported.
select
    locality_code,
    indicator_id,
    year(period_end)::integer as year,
    arg_max(id, (confidence, id)) as observation_id
from observation
where status = 'proposed'
group by locality_code, indicator_id, year(period_end)
order by locality_code, indicator_id, year
