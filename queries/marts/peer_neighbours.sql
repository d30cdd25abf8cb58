-- peer_neighbours: one row per peer group by population × locality × one of its k nearest places of the same level that
-- have a report, by the logarithm of the population, none more than `times` as large or small.
-- Sorted by population the k nearest lie within k places on either side, so no place is held against all others.
with placed as (
    select
        code,
        level,
        ln(population_2020) as size,
        row_number() over (partition by level order by population_2020, code) as position
    from reported_places
    where population_2020 > 0 and level <> 'country' and code in (select locality_code from report)
),
beside as (
    select
        peer_group.id as group_id,
        peer_group.k,
        peer_group.times,
        placed.code,
        placed.level,
        placed.size,
        placed.position + unnest(range(-peer_group.k, peer_group.k + 1)) as position
    from placed
    cross join peer_group
    where peer_group.rule = 'population'
)
select beside.group_id, beside.code as locality_code, peer.code as peer_code
from beside
inner join placed as peer on beside.level = peer.level and beside.position = peer.position and beside.code <> peer.code
where abs(peer.size - beside.size) <= ln(beside.times)
qualify row_number() over (partition by beside.group_id, beside.code order by abs(peer.size - beside.size), peer.code) <= beside.k
order by beside.group_id, beside.code
