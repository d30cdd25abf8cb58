-- One row per verdict, strictest first. $language.
select id, if($language = 'zh', name_zh, name_en) as name, if($language = 'zh', meaning_zh, meaning_en) as meaning, excludes
from verdict
order by rank
