-- At most one row: the place to show while none is chosen: the one with most headline figures, then most figures. $language.
select locality_counts.locality_code as code, if($language = 'zh', locality.name_zh, locality.name_en) as name
from locality_counts
inner join reported_places as locality on locality_counts.locality_code = locality.code
order by locality_counts.headlines desc, locality_counts.observations desc, locality_counts.locality_code
limit 1
