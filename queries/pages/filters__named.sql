-- One row per given code that exists: how the places already chosen are called. $codes varchar[], $language.
select
    code,
    if($language = 'zh', name_zh, name_en) as name,
    if($language = 'zh', short_zh, name_en) as short,
    level,
    province_code
from locality
inner join (select unnest($codes) as code, generate_subscripts($codes, 1) as position) using (code)
order by position
