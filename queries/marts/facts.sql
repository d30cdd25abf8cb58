-- facts: one row per observation that may fill a cell: reported and accepted, derived, or implied. value_low and
-- value_high bound an implied value, or are the ends of a stated range, which has no value then; inputs are the
-- observations it was made from.
select
    id, report_id, locality_code, indicator_id, if(bound = 'between', null, value) as value, value_text, value_step,
    if(bound = 'between', value, null) as value_low, upper as value_high, bound, scope, period_kind, period_start, period_end, period_basis,
    'reported' as origin, change, change_text, change_unit, note_zh, note_en,
    []::struct(observation_id varchar, role varchar)[] as inputs
from stg_observations
union all
select
    id, report_id, locality_code, indicator_id, value, '' as value_text, 0.0001 as value_step, null, null,
    'exact' as bound, scope, period_kind, period_start, period_end, period_basis, 'derived', null, '', null, '', '', inputs
from derived_rates
union all
select
    id, report_id, locality_code, indicator_id, value, '' as value_text, 1 as value_step, null, null,
    'exact' as bound, scope, period_kind, period_start, period_end, period_basis, 'derived', null, '', null, '', '', inputs
from derived_sums
union all
select
    id, report_id, locality_code, indicator_id, value, '' as value_text, 0.1 as value_step, value_low, value_high,
    bound, scope, period_kind, period_start, period_end, 'inferred', 'implied', null, '', change_unit, '', '', inputs
from implied_values
order by locality_code, indicator_id, period_end
