-- derivation: one row per derived or implied observation × input that it was made from.
select id as observation_id, unnest(inputs).observation_id as input_observation_id, unnest(inputs).role as role
from facts
where len(inputs) > 0
