-- comparability: one row per indicator: the limits that its cells obey, its own or the common ones.
-- across_levels: yes, per_resident or no. compared_scopes: the scopes that count as its own definition; any_scope: all do.
select
    limits.indicator_id,
    (any_value(value) filter (where setting_id = 'full_year_min_days_' || limits.sort))::integer as full_year_min_days,
    (any_value(value) filter (where setting_id = 'latest_window_years'))::integer as latest_window_years,
    (any_value(value) filter (where setting_id = 'too_few_cases'))::integer as too_few_cases,
    (any_value(value) filter (where setting_id = 'ceiling_run'))::integer as ceiling_run,
    any_value(value) filter (where setting_id = 'across_levels_' || limits.sort) as across_levels,
    any_value(string_split(value, '|')) filter (where setting_id = 'compared_scopes') as compared_scopes,
    any_value(value) filter (where setting_id = 'compared_scopes') = 'any' as any_scope
from (
    -- What holds for rates holds for durations too.
    select stg_indicator_settings.*, if(indicator.kind = 'count', 'count', 'rate') as sort
    from stg_indicator_settings
    inner join indicator on stg_indicator_settings.indicator_id = indicator.id
) as limits
group by limits.indicator_id
