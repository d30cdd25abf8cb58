-- findings: an insertion, one row of the table finding per row of judged, in words; what stands there already stays.
-- The name fills its slot last: it is the one text that others wrote.
insert into finding by name
with counted as (
    select
        *,
        ((abs(over) * 2000000 + under) // (2 * under) + 5000) // 10000 as growth_parts,
        (abs(stated) + 100000) // 200000 as stated_parts,
        if(over >= 0, '+', '−') as growth_sign,
        if(stated >= 0, '+', '−') as stated_sign
    from judged
),
numbered as (
    select
        *,
        growth_sign || format('{:,}', (growth_parts // 100)::bigint)
        || rtrim(rtrim('.' || lpad((growth_parts % 100)::varchar, 2, '0'), '0'), '.') as growth_number,
        stated_sign || format('{:,}', (stated_parts // 100)::bigint)
        || rtrim(rtrim('.' || lpad((stated_parts % 100)::varchar, 2, '0'), '0'), '.') as stated_number,
        case side when 'at_least' then '≥' when 'at_most' then '≤' else '' end as side_sign,
        case side when 'at_least' then '>=' when 'between' then '>=' when 'at_most' then '<=' when 'about' then '~' else '' end as side_short
    from counted
),
grown as (
    select
        numbered.*,
        sentence.zh as sentence_zh,
        sentence.en as sentence_en,
        if(in_points, tidied(replace(said.points.zh, '{n}', growth_number)), growth_number || '%') as growth_zh,
        if(in_points, tidied(replace(said.points.en, '{n}', growth_number)), growth_number || '%') as growth_en,
        if(in_points, tidied(replace(said.points.zh, '{n}', stated_number)), stated_number || '%') as number_zh,
        if(in_points, tidied(replace(said.points.en, '{n}', stated_number)), stated_number || '%') as number_en,
        case when is_nearly then said.nearly.zh when side = 'about' then said.about.zh end as vague_zh,
        case when is_nearly then said.nearly.en when side = 'about' then said.about.en end as vague_en
    from numbered
    cross join said
    inner join sentence on numbered.sentence = sentence.name
),
placed as (
    select
        grown.*,
        one.report_id,
        one.locality_code,
        one.indicator_id,
        one.period_end,
        one.name_zh,
        one.name_en,
        one.period_zh,
        one.period_en,
        if("check" = 'growth', one.shown, one.zh) as value_zh,
        if("check" = 'growth', one.shown, one.en) as value_en,
        other.zh as other_zh,
        other.en as other_en,
        other.shown as before,
        if(vague_zh is null, side_sign || number_zh, tidied(replace(vague_zh, '{value}', ltrim(number_zh, '+')))) as stated_zh,
        if(vague_en is null, side_sign || number_en, tidied(replace(vague_en, '{value}', ltrim(number_en, '+')))) as stated_en,
        count_words(least) || if(one.is_percent, '%', '') as low,
        count_words(greatest) || if(one.is_percent, '%', '') as high,
        one.short || if("check" = 'growth', ' ' || side_short || stated_number || '%', '') as stated_short,
        case "check"
            when 'two_reports' then other.short
            when 'growth' then other.short || ': ' || growth_number || '%'
            when 'range' then fault
            else low || '..' || high
        end as computed_short,
        if(other.id is null, [one.id], [one.id, other.id]) as ids,
        '{"role": "' || role_one || '", ' || one.mark || '}' as mark_one,
        '{"role": "' || role_other || '", ' || other.mark || '}' as mark_other
    from grown
    inner join figure_words as one on grown.one = one.id
    left join figure_words as other on grown.other = other.id
),
said_at_last as (
    select
        *,
        left(sha256(concat_ws('|', "check", report_id, array_to_string(ids, '|'), stated_short, computed_short)), 16) as id,
        replace(replace(replace(replace(sentence_zh, '{period}', period_zh), '{value}', value_zh), '{other}', coalesce(other_zh, '')), '{before}', coalesce(before, ''))
            as begun_zh,
        replace(replace(replace(replace(sentence_en, '{period}', period_en), '{value}', value_en), '{other}', coalesce(other_en, '')), '{before}', coalesce(before, ''))
            as begun_en,
        replace(replace(begun_zh, '{growth}', coalesce(growth_zh, '')), '{stated}', coalesce(stated_zh, '')) as grown_zh,
        replace(replace(begun_en, '{growth}', coalesce(growth_en, '')), '{stated}', coalesce(stated_en, '')) as grown_en
    from placed
)
select
    id,
    "check",
    severity,
    locality_code,
    report_id,
    [indicator_id] as indicator_ids,
    ids as observation_ids,
    stated_short as stated,
    computed_short as computed,
    tidied(replace(replace(replace(replace(grown_zh, '{n}', coalesce(years::varchar, '')), '{least}', coalesce(low, '')), '{greatest}', coalesce(high, '')), '{name}', name_zh))
        as explanation_zh,
    tidied(replace(replace(replace(replace(grown_en, '{n}', coalesce(years::varchar, '')), '{least}', coalesce(low, '')), '{greatest}', coalesce(high, '')), '{name}', name_en))
        as explanation_en,
    '[' || mark_one || if(mark_other is null, '', ', ' || mark_other) || ']' as marks
from said_at_last
where not exists (from finding where finding.id = said_at_last.id)
order by locality_code, indicator_id, period_end, id
