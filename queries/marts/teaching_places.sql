-- teaching_places: one row per locality × headline indicator whose latest value may stand beside others: with how many other
-- places of its level it can be compared (peers), and how many years its series goes back without a gap (years).
with headline as (
    -- First of all others: they are few of all values.
    select peer_values.indicator_id, peer_values.level, peer_values.locality_code, peer_values.year, peer_values.latest
    from peer_values
    inner join indicator on peer_values.indicator_id = indicator.id
    where indicator.headline is not null
),
latest as (
    select indicator_id, level, locality_code, year, count(*) over (partition by indicator_id, level) - 1 as peers
    from headline
    where latest
),
runs as (
    -- Years that follow each other have one number less their place in the row.
    select
        locality_code, indicator_id, year,
        year - row_number() over (partition by locality_code, indicator_id order by year) as run
    from headline
)
select latest.locality_code, latest.indicator_id, latest.peers::integer as peers, count(*)::integer as years
from latest
inner join runs as newest
    on latest.locality_code = newest.locality_code and latest.indicator_id = newest.indicator_id and latest.year = newest.year
inner join runs
    on newest.locality_code = runs.locality_code and newest.indicator_id = runs.indicator_id and newest.run = runs.run
group by latest.locality_code, latest.indicator_id, latest.peers
