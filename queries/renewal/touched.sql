-- touched_report, touched_figure: tables, one row per report and figure that the places in the table touched had in base or have now.
create table touched_report as
select id from base.report where locality_code in (from touched)
union
select id from report;

create table touched_figure as
select id from base.observation where locality_code in (from touched)
union
select id from observation
