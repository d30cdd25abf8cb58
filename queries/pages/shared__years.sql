-- One row per year in which some fact fills a cell of $locality, in order: of how many indicators.
select year::integer as year, count(distinct indicator_id)::integer as indicators
from cells
where locality_code = $locality
group by year
order by year
