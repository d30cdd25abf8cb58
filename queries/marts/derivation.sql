-- derivation: one row per derived or implied observation × input that it was made from; place is the input's place in
-- the arithmetic, numerator before denominator, summands in the order of their indicators; locality_code: of the place that the inputs are of too.
select
    id as observation_id,
    unnest(inputs).observation_id as input_observation_id,
    unnest(inputs).role as role,
    generate_subscripts(inputs, 1) as place,
    locality_code
from facts
where len(inputs) > 0
