-- parts($least): one row per part of the places, in the order of their codes: from its first code to before the next one's. All places of one
-- part together have so many figures, or a little more; those are one part that have fewer.
with weighed as (
    select place, sum(figures) as figures from memory.main.wanted group by place
),
parted as (
    select place, ((sum(figures) over (order by place) - figures) / $least)::bigint as part from weighed
)
select min(place) as first from parted group by part order by first
