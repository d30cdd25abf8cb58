-- One row per year that any cell stands in, newest first.
select distinct year from cells order by year desc
