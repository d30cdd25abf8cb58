-- One row per given place × indicator × year of which a report gives a figure that nobody has accepted yet. $localities varchar[].
select locality_code, indicator_id, year, observation_id
from proposed_values
where locality_code in (select unnest($localities))
