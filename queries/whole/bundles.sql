-- bundles($first, $after): one row per bundle that holds a wanted report of the places from the first code to before the other one, null
-- for no end.
select distinct bundle
from memory.main.wanted
where place >= $first and ($after is null or place < $after)
order by bundle
