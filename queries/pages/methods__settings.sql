-- One row per limit of comparability with its reason. $language.
select if($language = 'zh', name_zh, name_en) as name, value::double as value, if($language = 'zh', reason_zh, reason_en) as reason
from setting
order by id
