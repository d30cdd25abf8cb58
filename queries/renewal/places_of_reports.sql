-- places_of_reports($named): one row per place of which one of the reports named is.
select distinct locality_code from report where id in (select unnest($named::varchar[]))
