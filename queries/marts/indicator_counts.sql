-- indicator_counts: one row per indicator that any cell states: in how many places and years.
select indicator_id, count(distinct locality_code) as localities, count(distinct year) as years
from cells
group by indicator_id
