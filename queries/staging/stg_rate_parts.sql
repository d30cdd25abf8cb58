-- stg_rate_parts: one row per rate × side (numerator or denominator) × indicator that is added up on that side.
with sides as (
    select id as rate_id, 'numerator' as side, numerator_id as parts from indicator
    union all
    select id as rate_id, 'denominator' as side, denominator_id as parts from indicator
),
complete as (
    -- A rate with only one side known cannot be worked out.
    select rate_id from sides where parts <> '' group by rate_id having count(*) = 2
)
select sides.rate_id, sides.side, unnest(string_split(sides.parts, '+')) as input_id
from sides
inner join complete using (rate_id)
