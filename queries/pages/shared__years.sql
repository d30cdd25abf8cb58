-- One row per year in which some fact fills a cell of $locality, in order.
select distinct year::integer as year
from cells
where locality_code = $locality
order by year
