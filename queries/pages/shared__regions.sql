-- One row per region that contains the locality, itself left out, nearest first. $locality, $language.
select if($language = 'zh', benchmark.region, coalesce(region.name_en, benchmark.region)) as name
from locality_ancestors as upward
inner join locality as region on upward.ancestor_code = region.code
inner join (select distinct region, region_code from benchmark) as benchmark on region.code = benchmark.region_code
where upward.locality_code = $locality and upward.distance > 0
order by upward.distance, benchmark.region
