-- At most one row: the place to show while none is chosen: the one with most headline figures, then most figures. $language.
select observation.locality_code as code, if($language = 'zh', locality.name_zh, locality.name_en) as name
from observation
inner join indicator on observation.indicator_id = indicator.id
inner join locality on observation.locality_code = locality.code
where observation.status = 'accepted'
group by all
order by count(distinct indicator.headline) desc, count(*) desc, observation.locality_code
limit 1
