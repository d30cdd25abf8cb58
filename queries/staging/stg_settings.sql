-- stg_settings: one row. The limits of peers and of reference values, which are one for all indicators, as columns.
select
    (any_value(value) filter (where id = 'least_peers'))::integer as least_peers,
    (any_value(value) filter (where id = 'quartiles_from'))::integer as quartiles_from,
    (any_value(value) filter (where id = 'benchmark_min_days'))::integer as benchmark_min_days
from setting
