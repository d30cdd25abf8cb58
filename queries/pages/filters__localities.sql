-- One row per locality that the choice narrows to, at most $limit: those with reports first, then the better the name fits,
-- then the higher the level. $text, in any case, is matched against names, those of before too, pinyin, initials and
-- the beginning of the code; null for all. $province and $level narrow, null for all; $only_reports keeps places
-- with a report.
-- region: what contains it, without the country. former: the name of before that the text holds. ended: the year in which
-- the place ended. reports: how many are held, of the years first_year to last_year. $language.
with held as materialized (
    select
        locality_code, count(*) as reports, year(min(period_end))::integer as first_year,
        year(max(period_end))::integer as last_year
    from report
    group by locality_code
),
best as materialized (
    select
        locality.*,
        held.reports,
        held.first_year,
        held.last_year,
        [
            held.reports is null,
            valid_to is not null,
            $text is not null and lower($text) not in (name_zh, short_zh, code),
            $text is not null and not contains(' ' || search || ' ', ' ' || lower($text) || ' '),
            $text is not null and not starts_with(name_zh, lower($text))
        ] as misfit,
        if($text is null, 0, list_position(['country', 'province', 'prefecture', 'county', 'zone', 'township'], level)) as depth,
        coalesce(counts.observations, 0) as figures
    from locality
    left join held on locality.code = held.locality_code
    left join locality_counts as counts on locality.code = counts.locality_code
    where
        (
            $text is null
            or contains(name_zh, lower($text))
            or contains(search, lower($text))
            or contains(lower(name_en), lower($text))
            or starts_with(code, lower($text))
        )
        and ($province is null or province_code = $province)
        and ($level is null or level = $level)
        and (not $only_reports or held.reports is not null)
    order by misfit, depth, figures desc, code
    limit $limit
),
above as materialized (
    select code, if(level = 'country', '', short_zh) as short_zh, if(level = 'country', '', name_en) as name_en, parent_code
    from locality
    where level <> 'township'
),
renamed as (
    select locality_code, arg_max(old_name, year) as former
    from locality_change
    where joined and contains(old_name, $text) and locality_code in (select code from best)
    group by locality_code
)
select
    best.code,
    if($language = 'zh', best.name_zh, best.name_en) as name,
    if($language = 'zh', best.short_zh, best.name_en) as short,
    best.level,
    if($language = 'zh', province.short_zh, province.name_en) as province,
    if(
        $language = 'zh',
        concat(third.short_zh, second.short_zh, first.short_zh),
        concat_ws(', ', nullif(first.name_en, ''), nullif(second.name_en, ''), nullif(third.name_en, ''))
    ) as region,
    if(contains(best.name_zh, renamed.former), null, renamed.former) as former,
    best.valid_to as ended,
    best.search,
    best.reports is not null as has_reports,
    coalesce(best.reports, 0) as reports,
    best.first_year,
    best.last_year
from best
left join above as province on best.province_code = province.code
left join above as first on best.parent_code = first.code
left join above as second on first.parent_code = second.code
left join above as third on second.parent_code = third.code
left join renamed on best.code = renamed.locality_code
order by best.misfit, best.depth, best.figures desc, best.code
