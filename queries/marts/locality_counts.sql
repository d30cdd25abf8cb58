-- locality_counts: one row per locality with accepted observations: how many headline indicators and figures it has.
select
    observation.locality_code,
    count(distinct indicator.headline) as headlines,
    count(*) as observations
from observation
inner join indicator on observation.indicator_id = indicator.id
where observation.status = 'accepted'
group by observation.locality_code
