-- locality_ancestors: one row per locality × place that contains it, itself included (distance 0 = itself). A view.
select locality_code, unnest(chain) as ancestor_code, generate_subscripts(chain, 1)::integer - 1 as distance
from place_chains
