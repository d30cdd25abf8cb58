-- reference_values: one row per value that may stand as a line beside the cells of places inside its region: those published
-- outside the reports, and the comparable rates of a country, province or city itself (from_cells), period as its year.
-- barred: why it is drawn beside no place (a word that the page spells out), null where it may be. recency: 1 for the newest that may be drawn of
-- its region; recency_published: the same among those published outside.
with named as (
    select
        region, region_code, level, indicator_id, period, period_start, period_end, value, bound, kind, scope, source_kind,
        note_zh, note_en, source_title as source_title_zh, source_title as source_title_en, source_url, false as from_cells
    from benchmark
    union all by name
    select
        if(locality.level = 'prefecture', locality.name_zh, locality.short_zh) as region,
        cells.locality_code as region_code,
        locality.level,
        cells.indicator_id,
        cells.year::varchar as period,
        coalesce(facts.period_start, facts.period_end) as period_start,
        facts.period_end,
        facts.value,
        facts.bound,
        'reported' as kind,
        '' as scope,
        report.source_kind,
        facts.note_zh,
        facts.note_en,
        report.title as source_title_zh,
        report.title_en as source_title_en,
        report.source_url,
        true as from_cells
    from cells
    inner join facts on cells.observation_id = facts.id
    inner join reported_places as locality on cells.locality_code = locality.code
    inner join indicator on cells.indicator_id = indicator.id
    inner join report on facts.report_id = report.id
    where
        locality.level in ('country', 'province', 'prefecture')
        and indicator.kind = 'rate'
        and cells.compared
),
judged as (
    select
        named.*,
        coalesce(place.name_en, named.region) as region_en,
        indicator.unit,
        case
            when named.kind = 'target' then 'target'
            when from_cells then null
            when named.scope <> '' then 'definition'
            when indicator.kind <> 'rate' then 'total'
            when date_diff('day', period_start, period_end) + 1 < benchmark_min_days then 'part_year'
            -- No year of the calendar is longer.
            when date_diff('day', period_start, period_end) + 1 > 366 then 'several_years'
        end as barred
    from named
    inner join indicator on named.indicator_id = indicator.id
    cross join stg_settings
    left join reported_places as place on named.region_code = place.code
)
select
    *,
    row_number() over (
        partition by indicator_id, coalesce(nullif(region_code, ''), region), barred is null
        -- The rest only decides between equals, so that every making of the snapshot decides alike.
        order by period_end desc, from_cells desc, kind, source_kind, value, bound, source_title_zh
    ) as recency,
    row_number() over (
        partition by indicator_id, coalesce(nullif(region_code, ''), region), barred is null, from_cells
        order by period_end desc, kind, source_kind, value, bound, source_title_zh
    ) as recency_published
from judged
