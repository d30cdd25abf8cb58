-- One row: how many localities have a report.
select count(distinct locality_code) as localities from report
