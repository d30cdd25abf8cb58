-- reported_places: one row per place of which a report, or for which a reference value, is held, and per place that contains
-- one: of the 42,000 places those that a page can name beside figures. The columns are those of locality.
from locality
where code in (
    select unnest(chain)
    from place_chains
    where locality_code in (select locality_code from report union select region_code from benchmark)
)
order by code
