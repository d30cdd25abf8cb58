-- One row per locality with a report in the filter, at most $limit, largest population first: the peers of a comparison.
-- $province and $level narrow, null for all.
select locality.code
from reported_places as locality
where
    locality.code in (select locality_code from report)
    -- The country is no peer of a place: its figures are reference values.
    and locality.level <> 'country'
    and ($province is null or locality.province_code = $province)
    and ($level is null or locality.level = $level)
order by locality.population_2020 desc nulls last, locality.code
limit $limit
