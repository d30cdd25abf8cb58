-- One row per indicator that the places state in the most years, of as many the one that most places state, at most $limit.
-- $localities varchar[].
select cells.indicator_id as id, count(distinct cells.year) as years
from cells
left join indicator_counts as stated on cells.indicator_id = stated.indicator_id
where cells.locality_code in (select unnest($localities)) and cells.origin = 'reported'
group by cells.indicator_id
order by years desc, any_value(stated.localities) desc nulls last, id
limit $limit
