-- One row per place to set beside $locality, at most $limit: those of its level that have the most latest values which may stand
-- beside one of ours, at least two; with equally many the larger first.
select other.locality_code as code
from peer_values as ours
inner join peer_values as other
    on ours.indicator_id = other.indicator_id and ours.level = other.level and ours.locality_code <> other.locality_code
inner join reported_places as place on other.locality_code = place.code
where ours.locality_code = $locality and ours.latest and other.latest
group by other.locality_code, place.population_2020
having count(distinct ours.indicator_id) > 1
order by count(distinct ours.indicator_id) desc, place.population_2020 desc nulls last, other.locality_code
limit $limit
