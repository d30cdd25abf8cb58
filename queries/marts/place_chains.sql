-- place_chains: one row per locality, with the places that contain it, itself first, the country last.
-- A chain has at most as many places as there are levels, so each step is one join: a recursion over 42,000 places takes
-- ten times as long. In the order of the places, which is that of their codes, so that a reader of a few places touches
-- one part of the file.
select
    locality.code as locality_code,
    list_filter(
        [locality.code, first.code, second.code, third.code, fourth.code, fifth.code], lambda code: code is not null
    ) as chain
from locality
left join locality as first on locality.parent_code = first.code
left join locality as second on first.parent_code = second.code
left join locality as third on second.parent_code = third.code
left join locality as fourth on third.parent_code = fourth.code
left join locality as fifth on fourth.parent_code = fifth.code
