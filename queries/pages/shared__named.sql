-- One row per given code that the store knows: its name as titles have it. $codes varchar[], $language.
select code, if($language = 'zh', short_zh, name_en) as name
from locality
where code in (select unnest($codes))
