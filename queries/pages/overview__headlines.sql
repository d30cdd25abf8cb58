-- One row per headline indicator, in the order that the catalogue gives them.
select id from indicator where headline is not null order by headline
