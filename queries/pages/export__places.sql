-- One row per place that the text names: by its code or by a whole name in either language. $text, $language.
select
    locality.code,
    if($language = 'zh', locality.name_zh, locality.name_en) as name,
    if($language = 'zh', parent.short_zh, parent.name_en) as parent
from locality
left join locality as parent on locality.parent_code = parent.code
where
    locality.code = $text
    or locality.code in (select code from locality_alias where alias = $text)
    or $text in (locality.name_zh, locality.short_zh)
    or lower(locality.name_en) = lower($text)
order by locality.code
