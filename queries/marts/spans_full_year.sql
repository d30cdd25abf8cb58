-- spans_full_year(period_kind, first_day, last_day, least_days): whether a figure is of a whole year, or of a day at the end of
-- one. least_days: full_year_min_days of the indicator's limits.
create or replace macro spans_full_year(period_kind, first_day, last_day, least_days) as (
    coalesce(period_kind = 'as_of' or (period_kind = 'year' and date_diff('day', first_day, last_day) + 1 >= least_days), false)
)
