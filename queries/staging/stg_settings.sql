-- stg_settings: one row. The limits of comparability as columns; a setting that is missing shows as null.
select
    max(value) filter (where id = 'full_year_min_days_rate') as full_year_min_days_rate,
    max(value) filter (where id = 'full_year_min_days_count') as full_year_min_days_count,
    max(value) filter (where id = 'latest_window_years') as latest_window_years,
    max(value) filter (where id = 'too_few_cases') as too_few_cases,
    max(value) filter (where id = 'ceiling_run') as ceiling_run
from setting
