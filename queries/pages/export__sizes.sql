-- One row per place that has cells, in the order of the codes: how many.
select locality_code, count(*)::integer as cells from cells group by locality_code order by locality_code
