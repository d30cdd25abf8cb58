-- reports_of_places($named): one row per report of one of the places named.
select id from report where locality_code in (select unnest($named::varchar[]))
