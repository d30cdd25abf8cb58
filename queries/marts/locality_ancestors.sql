-- locality_ancestors: one row per locality × place that contains it, itself included (distance 0 = itself).
with recursive upward as (
    select code as locality_code, code as ancestor_code, 0 as distance from locality
    union all
    select upward.locality_code, locality.parent_code, upward.distance + 1
    from upward
    inner join locality on upward.ancestor_code = locality.code
    where locality.parent_code <> ''
)
select locality_code, ancestor_code, distance from upward
