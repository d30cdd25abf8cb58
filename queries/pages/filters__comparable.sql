-- One row per indicator of which some place of the level of $locality has a latest value that may stand beside others: how many such
-- places there are. $locality.
select indicator_id as id, count(distinct locality_code)::integer as places
from peer_values
where latest and level = (select level from locality where code = $locality)
group by indicator_id
order by places desc, id
