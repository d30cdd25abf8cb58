-- One row: from how many times as much, of how many cases at least, from how many points a value is far from another, and
-- which days make a full year of a rate and of a count (data/reference/comparability.csv).
select
    (any_value(value) filter (where id = 'jump_times'))::integer as times,
    (any_value(value) filter (where id = 'jump_least_cases'))::integer as least_cases,
    (any_value(value) filter (where id = 'jump_points'))::integer as points,
    (any_value(value) filter (where id = 'full_year_min_days_rate'))::integer as rate_days,
    (any_value(value) filter (where id = 'full_year_min_days_count'))::integer as count_days
from setting
