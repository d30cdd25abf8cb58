-- One row per published reference value of the indicators: whether it may be drawn beside the given localities, and
-- if not why (reason: a word that the page spells out). Drawn is the newest full-year value of the country and of
-- each province or city that contains one of the localities; its own comparable figure counts where it is not among
-- them. $indicators varchar[], $localities varchar[], $language.
with containing as (
    select coalesce(flatten(list(chain)), []) as codes from place_chains where list_contains($localities, locality_code)
),
placed as (
    select
        published.* exclude (barred, recency, recency_published),
        coalesce(barred, if(from_cells or list_contains(codes, region_code), null, 'elsewhere')) as why,
        if(list_contains($localities, region_code), recency_published, recency) as turn
    from reference_values as published
    cross join containing
    where
        list_contains($indicators, indicator_id)
        and (not from_cells or (list_contains(codes, region_code) and not list_contains($localities, region_code)))
)
select
    if($language = 'zh', region, region_en) as region,
    indicator_id,
    unit,
    period,
    period_start,
    period_end,
    value::double as value,
    bound,
    kind,
    scope,
    why is null and turn = 1 as drawn,
    coalesce(why, case when turn > 1 then 'older' end) as reason,
    if($language = 'zh', source_title_zh, source_title_en) as source_title,
    source_url,
    source_kind,
    if($language = 'zh', note_zh, note_en) as note
from placed
order by indicator_id, drawn desc, why is distinct from 'elsewhere' desc, placed.region, period_end desc, scope, value
