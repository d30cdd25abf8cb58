-- newest_years: one row per indicator: the newest year that any report states a value for.
select indicator_id, max(year)::integer as year from cells where origin = 'reported' group by indicator_id
