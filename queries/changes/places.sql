-- places: one row per place of which something differs between the snapshots attached as was and base: a cell, the value of a fact, a report or a
-- finding. Each table is summed a place, in any order of its rows, so that no row is held against another.
with sums as (
    select false as later, 'cell' as held, locality_code, bit_xor(hash(indicator_id, year, observation_id, compared)) as total
    from was.cells
    group by locality_code
    union all
    select true, 'cell', locality_code, bit_xor(hash(indicator_id, year, observation_id, compared)) from base.cells group by locality_code
    union all
    select false, 'fact', locality_code, bit_xor(hash(id, value, value_low, value_high, bound)) from was.facts group by locality_code
    union all
    select true, 'fact', locality_code, bit_xor(hash(id, value, value_low, value_high, bound)) from base.facts group by locality_code
    union all
    select false, 'report', locality_code, bit_xor(hash(id)) from was.report group by locality_code
    union all
    select true, 'report', locality_code, bit_xor(hash(id)) from base.report group by locality_code
    union all
    select false, 'finding', report.locality_code, bit_xor(hash(finding.id))
    from was.finding as finding
    inner join was.report as report on finding.report_id = report.id
    where finding.severity <> 'holds'
    group by report.locality_code
    union all
    select true, 'finding', report.locality_code, bit_xor(hash(finding.id))
    from base.finding as finding
    inner join base.report as report on finding.report_id = report.id
    where finding.severity <> 'holds'
    group by report.locality_code
)
select distinct locality_code as code
from sums
group by held, locality_code
having count(*) = 1 or min(total) <> max(total)
