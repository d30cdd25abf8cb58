-- One row per indicator of the catalogue, in the order of the chapters of the national outline: the chapter that it belongs to,
-- by its theme unless it is set apart. $language.
select
    indicator.id as indicator_id,
    chapter.id as chapter,
    if($language = 'zh', chapter.name_zh, chapter.name_en) as chapter_name
from indicator
left join chapter_apart as apart on indicator.id = apart.indicator_id
inner join chapter on if(apart.chapter is null, list_contains(chapter.themes, indicator.theme), apart.chapter = chapter.id)
order by chapter.position, indicator.position
