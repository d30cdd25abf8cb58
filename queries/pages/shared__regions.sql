-- One row per region with a reference value that contains the locality, itself left out, nearest first. $locality, $language.
with upward as (
    select unnest(chain) as code, generate_subscripts(chain, 1) as distance from place_chains where locality_code = $locality
)
select if($language = 'zh', benchmark.region, coalesce(region.name_en, benchmark.region)) as name
from upward
inner join reported_places as region on upward.code = region.code
inner join (select distinct region, region_code from reference_values) as benchmark on region.code = benchmark.region_code
where upward.distance > 1
order by upward.distance, benchmark.region
