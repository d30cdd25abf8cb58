-- compared_counts: one row per locality of which any latest value may stand among as many others of its level as a median takes: in how
-- many indicators.
with stood as (
    select indicator_id, level
    from peer_values
    where latest
    group by indicator_id, level
    having count(distinct locality_code) > (select least_peers from stg_settings)
)
select locality_code, count(distinct indicator_id)::integer as indicators
from peer_values
inner join stood using (indicator_id, level)
where latest
group by locality_code
order by locality_code
