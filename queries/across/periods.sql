-- periods: one row per period (kind, first and last day) of which there is an accepted observation.
select distinct period_kind, period_start, period_end from observation where status = 'accepted'
