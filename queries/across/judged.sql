-- judged: one row a finding between reports as the queries of checks say it, in numbers: which figures it is about (ids of observations; other is null
-- where there is but one), and what the check gives of them.
create or replace temporary table judged (
    "check" varchar, severity varchar, sentence varchar, one varchar, role_one varchar, other varchar, role_other varchar,
    fault varchar, years bigint, least decimal(20, 6), greatest decimal(20, 6),
    over hugeint, under hugeint, stated hugeint, side varchar, in_points boolean, is_nearly boolean
)
