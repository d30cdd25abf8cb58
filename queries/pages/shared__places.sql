-- One row per given place that the store knows. $localities varchar[], $language.
select code as locality_code, if($language = 'zh', short_zh, name_en) as locality, level, population_2020 as population
from locality
where code in (select unnest($localities))
