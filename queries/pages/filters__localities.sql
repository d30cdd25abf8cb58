-- One row per locality that the choice narrows to, at most $limit, those with reports first. $text is matched against
-- names and pinyin initials; $province and $level narrow, null for all; $only_reports keeps places with a
-- report. $language.
select
    locality.code,
    if($language = 'zh', locality.name_zh, locality.name_en) as name,
    if($language = 'zh', locality.short_zh, locality.name_en) as short,
    locality.level,
    if($language = 'zh', province.short_zh, province.name_en) as province,
    held.reports is not null as has_reports
from locality
left join locality as province on locality.province_code = province.code
left join (select locality_code, count(*) as reports from report group by locality_code) as held on locality.code = held.locality_code
where
    ($text is null or contains(locality.name_zh || ' ' || lower(locality.name_en) || ' ' || locality.search, lower($text)))
    and ($province is null or locality.province_code = $province)
    and ($level is null or locality.level = $level)
    and (not $only_reports or held.reports is not null)
order by held.reports is null, locality.name_zh <> coalesce($text, ''), not starts_with(locality.name_zh, coalesce($text, '')), locality.code
limit $limit
