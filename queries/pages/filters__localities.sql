-- One row per locality that the choice narrows to, at most $limit: those with reports first, then the better the name fits,
-- then the higher the level. $text, in any case, is matched against names, those of before too, pinyin, initials and
-- the beginning of the code; null for all. $province and $level narrow, null for all; $only_reports keeps places
-- with a report.
-- region: what contains it, without the country. former: the name of before that the text holds. ended: the year in which
-- the place ended. reports: how many are held, of the years first_year to last_year. comparable: in how many indicators
-- its latest value may stand among as many others of its level as a median takes. $language.
select
    place.code,
    if($language = 'zh', place.name_zh, place.name_en) as name,
    if($language = 'zh', place.short_zh, place.name_en) as short,
    place.level,
    if($language = 'zh', place.province_zh, place.province_en) as province,
    if($language = 'zh', place.region_zh, place.region_en) as region,
    if(contains(place.name_zh, list_filter(place.old_names, lambda name: contains(name, $text))[-1]), null, list_filter(place.old_names, lambda name: contains(name, $text))[-1]) as former,
    place.ended,
    place.search,
    place.reports is not null as has_reports,
    coalesce(place.reports, 0) as reports,
    coalesce(compared.indicators, 0) as comparable,
    place.first_year,
    place.last_year
from place_index as place
left join compared_counts as compared on place.code = compared.locality_code
where
    -- First the few that the text finds, by two columns: of 42,000 places all others would be unpacked for nothing.
    ($text is null or place.code in (
        select code
        from place_index
        where contains(haystack, lower($text)) or ($text similar to '[0-9].*' and starts_with(code, lower($text)))
    ))
    and ($province is null or place.province_code = $province)
    and ($level is null or place.level = $level)
    and (not $only_reports or place.reports is not null)
order by
    place.reports is null,
    place.ended is not null,
    $text is not null and lower($text) not in (place.name_zh, place.short_zh, place.code),
    $text is not null and not contains(place.words, ' ' || lower($text) || ' '),
    $text is not null and not starts_with(place.name_zh, lower($text)),
    if($text is null, 0, place.depth),
    place.figures desc,
    place.code
limit $limit
