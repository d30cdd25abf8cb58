-- At most one row: the place to show while none is chosen: the one that teaches most, by the places that it can be compared
-- with times the years of its series (teaching_places), then the one with most headline figures, then most figures.
-- $language.
select locality_counts.locality_code as code, if($language = 'zh', locality.name_zh, locality.name_en) as name
from locality_counts
inner join reported_places as locality on locality_counts.locality_code = locality.code
left join (select locality_code, max(peers * years) as worth from teaching_places group by locality_code) as teaching
    on locality_counts.locality_code = teaching.locality_code
order by
    coalesce(teaching.worth, 0) desc, locality_counts.headlines desc, locality_counts.observations desc,
    locality_counts.locality_code
limit 1
