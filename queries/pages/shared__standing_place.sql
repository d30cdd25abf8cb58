-- At most one row: where a place stands among others. place, province: the numbers that shared__level_values has for their codes.
-- $locality.
select level, hash(code) as place, hash(province_code) as province, population_2020 is null as population_unknown
from locality
where code = $locality
