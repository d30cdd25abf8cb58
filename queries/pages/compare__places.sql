-- One row per locality with a report in the filter, at most $limit: the peers of a comparison. Those of the level of
-- $locality come first, then the largest. $province and $level narrow, null for all.
select locality.code
from reported_places as locality
where
    locality.code in (select locality_code from report)
    -- The country is no peer of a place: its figures are reference values.
    and locality.level <> 'country'
    and ($province is null or locality.province_code = $province)
    and ($level is null or locality.level = $level)
order by
    locality.level is distinct from (select level from locality as ours where ours.code = $locality),
    locality.population_2020 desc nulls last, locality.code
limit $limit
