-- One row per indicator that the places state in the most years, at most $limit. $localities varchar[].
select indicator_id as id, count(distinct year) as years
from cells
where locality_code in (select unnest($localities)) and origin = 'reported'
group by indicator_id
order by years desc, id
limit $limit
