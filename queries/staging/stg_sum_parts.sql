-- stg_sum_parts: one row per count that is the sum of other counts × indicator that is added up. In indicators.csv such a
-- count names its parts as numerator and has no denominator.
select id as total_id, unnest(string_split(numerator_id, '+')) as input_id
from indicator
where kind = 'count' and numerator_id <> '' and denominator_id = ''
