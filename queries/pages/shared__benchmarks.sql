-- One row per published reference value of the indicators: whether it may be drawn beside the given localities, and
-- if not why (reason: a word that the page spells out). Drawn is the newest full-year value of the country and of
-- each province or city that contains one of the localities; its own comparable figure counts where it is not among
-- them. $indicators varchar[], $localities varchar[], $language.
with containing as (
    select distinct unnest(chain) as code from place_chains where locality_code in (select unnest($localities))
),
published as (
    select *, date_diff('day', period_start, period_end) + 1 as days
    from reference_values
    where
        not from_cells
        or (region_code in (from containing) and region_code not in (select unnest($localities)))
),
judged as (
    select
        published.*,
        indicator.kind as indicator_kind,
        indicator.unit,
        case
            when published.kind = 'target' then 'target'
            when from_cells then null
            when published.scope <> '' then 'definition'
            when indicator.kind <> 'rate' then 'total'
            when days < benchmark_min_days then 'part_year'
            -- No year of the calendar is longer.
            when days > 366 then 'several_years'
            when region_code not in (from containing) then 'elsewhere'
        end as barred
    from published
    inner join indicator on published.indicator_id = indicator.id
    cross join stg_settings
    where published.indicator_id in (select unnest($indicators))
),
placed as (
    select
        *,
        row_number() over (
            partition by indicator_id, coalesce(nullif(region_code, ''), region), barred is null
            order by period_end desc, from_cells desc
        ) as recency
    from judged
)
select
    if($language = 'zh', region, coalesce(locality.name_en, region)) as region,
    indicator_id,
    unit,
    period,
    period_start,
    period_end,
    value::double as value,
    bound,
    kind,
    scope,
    barred is null and recency = 1 as drawn,
    coalesce(barred, case when recency > 1 then 'older' end) as reason,
    if($language = 'zh', source_title_zh, source_title_en) as source_title,
    source_url,
    source_kind,
    if($language = 'zh', note_zh, note_en) as note
from placed
left join reported_places as locality on placed.region_code = locality.code
order by indicator_id, drawn desc, barred is distinct from 'elsewhere' desc, placed.region, period_end desc
