-- One row per place of the level × indicator × year whose value may stand beside others, by indicator; with $latest only each
-- place's latest. place, province: a number for each code. low, high: the ends of its interval, else the value. years: how many its
-- period spans. $level, $indicators varchar[], $latest.
select
    indicator_id,
    hash(locality_code) as place,
    hash(province_code) as province,
    year,
    value,
    low,
    high,
    population::double as population,
    years
from peer_values
where level = $level and indicator_id in (select unnest($indicators)) and (latest or not $latest)
order by indicator_id
