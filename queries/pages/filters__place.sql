-- One row: the place of a code with its name after that of what contains it, where that is no country. $code, $language.
select
    place.code,
    if($language = 'zh', concat(if(parent.level = 'prefecture' and place.level = 'county', parent.name_zh, ''), place.name_zh), place.name_en) as name
from locality as place
left join locality as parent on place.parent_code = parent.code
where place.code = $code
