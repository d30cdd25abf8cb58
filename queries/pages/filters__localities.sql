-- One row per locality that the choice narrows to, at most $limit: those with reports first, then the better the name fits,
-- then the higher the level. $text, in any case, is matched against names, those of before too, pinyin, initials and
-- the beginning of the code; null for all. $province and $level narrow, null for all; $only_reports keeps places
-- with a report.
-- region: what contains it, without the country. former: the name of before that the text holds. ended: the year in which
-- the place ended. reports: how many are held, of the years first_year to last_year. comparable: in how many indicators
-- its latest value may stand among as many others of its level as a median takes. $language.
with best as materialized (
    select *, if($text is null, 0, depth) as rank,
        $text is not null and lower($text) not in (name_zh, short_zh, code) as is_other,
        $text is not null and not contains(words, ' ' || lower($text) || ' ') as is_no_word,
        $text is not null and not starts_with(name_zh, lower($text)) as is_within
    from place_index
    where
        ($text is null or contains(haystack, lower($text)) or starts_with(code, lower($text)))
        and ($province is null or province_code = $province)
        and ($level is null or level = $level)
        and (not $only_reports or reports is not null)
    order by reports is null, ended is not null, is_other, is_no_word, is_within, rank, figures desc, code
    limit $limit
),
renamed as (
    select locality_code, arg_max(old_name, year) as former
    from locality_change
    where joined and contains(old_name, $text) and locality_code in (select code from best)
    group by locality_code
),
stood as (
    select indicator_id, level
    from peer_values
    where latest
    group by indicator_id, level
    having count(distinct locality_code) > (select least_peers from stg_settings)
),
compared as (
    select locality_code, count(distinct indicator_id)::integer as indicators
    from peer_values
    inner join stood using (indicator_id, level)
    where latest and locality_code in (select code from best)
    group by locality_code
)
select
    best.code,
    if($language = 'zh', best.name_zh, best.name_en) as name,
    if($language = 'zh', best.short_zh, best.name_en) as short,
    best.level,
    if($language = 'zh', best.province_zh, best.province_en) as province,
    if($language = 'zh', best.region_zh, best.region_en) as region,
    if(contains(best.name_zh, renamed.former), null, renamed.former) as former,
    best.ended,
    best.search,
    best.reports is not null as has_reports,
    coalesce(best.reports, 0) as reports,
    coalesce(compared.indicators, 0) as comparable,
    best.first_year,
    best.last_year
from best
left join renamed on best.code = renamed.locality_code
left join compared on best.code = compared.locality_code
order by best.reports is null, best.ended is not null, is_other, is_no_word, is_within, rank, figures desc, best.code
