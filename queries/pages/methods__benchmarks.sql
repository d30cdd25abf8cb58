-- One row per published reference value with its source. $language.
select
    if($language = 'zh', benchmark.region, coalesce(locality.name_en, benchmark.region)) as region,
    if($language = 'zh', indicator.name_zh, indicator.name_en) as indicator,
    indicator.unit,
    benchmark.period,
    benchmark.period_start,
    benchmark.period_end,
    benchmark.value::double as value,
    benchmark.bound,
    benchmark.kind,
    benchmark.source_kind,
    if($language = 'zh', benchmark.note_zh, benchmark.note_en) as note,
    benchmark.source_title,
    benchmark.source_url
from benchmark
inner join indicator on benchmark.indicator_id = indicator.id
left join reported_places as locality on benchmark.region_code = locality.code
order by indicator.position, benchmark.period_end desc, benchmark.region
