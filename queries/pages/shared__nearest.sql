-- One row per place that is nearest to $locality by the rule of the $peers group, as the number that shared__level_values has for it.
select hash(peer_code) as place
from peer_neighbours
where group_id = $peers and locality_code = $locality
