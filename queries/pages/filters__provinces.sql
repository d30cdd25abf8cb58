-- One row per province that has a locality with a report. $language.
select province.code, if($language = 'zh', province.name_zh, province.name_en) as name
from reported_places as province
where province.code in (select province_code from reported_places as locality inner join report on locality.code = report.locality_code)
order by province.code
