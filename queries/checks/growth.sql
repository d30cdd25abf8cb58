-- Check 5 between reports. One row per accepted exact count or rate with a stated growth, relative or in points, beside the value that
-- another report gives for the same stretch of the year before: their ids, and whether the growth fits. Nothing is said where the rounding of the
-- two values leaves it open, and where a bound is true but far from what they give. The rules are those of faheng/model/printed.py.
-- All in whole numbers: stated in parts of which one per cent, or point, has twenty million, so that a half of its last place and a tenth of it are
-- whole too; what the two values give as a fraction, over / under.
with pair as (
    select
        one.id as one,
        other.id as other,
        one.locality_code,
        one.indicator_id,
        one.period_end,
        one.change_unit = 'points' as in_points,
        (one.value * 2000000)::hugeint as after,
        (other.value * 2000000)::hugeint as before,
        -- Below and above these the true values cannot lie: a whole number is itself, 2.1万 may have been rounded or cut off, and so any rate.
        if(one.unit = 'percent' or one.value_step > 1, (one.value_step * 1000000)::hugeint, 0) as after_half,
        if(other.unit = 'percent' or other.value_step > 1, (other.value_step * 1000000)::hugeint, 0) as before_half,
        (one.change * 20000000)::hugeint as stated,
        (greatest(one.change_step, 0.000001) * 20000000)::hugeint as step,
        -- What is said of a fall is a bound of its size: a fall of more than 20% is a growth of at most -20%.
        case
            when one.change < 0 and one.change_bound = 'at_least' then 'at_most'
            when one.change < 0 and one.change_bound = 'at_most' then 'at_least'
            else coalesce(one.change_bound, 'exact')
        end as side,
        -- Words before the numeral of the growth may say that it is just below.
        case
            when one.change_bound = 'about' and one.change_text <> ''
                then len(list_filter(
                    said.just_below,
                    lambda words: ends_with(
                        regexp_replace(
                            regexp_extract(one.evidence_phrase, '(?s)^(.*)' || regexp_escape(one.change_text), 1), '[\s\p{Z}]+$', ''
                        ),
                        words
                    )
                )) > 0
            else false
        end as is_nearly
    from observation as one
    cross join said
    inner join observation as other
        on one.locality_code = other.locality_code
        and one.indicator_id = other.indicator_id
        and one.scope = other.scope
        and one.period_kind = other.period_kind
        and other.period_end = one.period_end - interval 1 year
        and other.period_start is not distinct from one.period_start - interval 1 year
        and one.report_id <> other.report_id
    where
        one.status = 'accepted'
        and one.origin = 'reported'
        and other.origin = 'reported'
        and other.status = 'accepted'
        and one.change_unit in ('percent', 'points')
        and one.bound = 'exact'
        and other.bound = 'exact'
        and other.value > 0
        -- Over two years "同比" does not say which year it is set against.
        and one.period_kind in ('year', 'part_year', 'as_of')
        -- No figure comes near; what looks like more is damaged, and products with it have no room in a whole number.
        and greatest(one.value, other.value, abs(one.change)) < 1000000000000
),
meant as (
    select
        *,
        after - after_half as after_least,
        if(after < 0, after, after + 2 * after_half) as after_most,
        before - before_half as before_least,
        before + 2 * before_half as before_most,
        step // 2 as half,
        greatest(step // 2, abs(stated) // 10) as reach
    from pair
),
given as (
    select
        *,
        if(in_points, after - before, 100 * (after - before)) as over,
        if(in_points, 2000000, before) as under,
        if(in_points, after_least - before_most, 100 * (after_least - before_most)) as low_over,
        if(in_points, 2000000, before_most) as low_under,
        -- Of a value that may be nothing any growth is possible.
        case
            when in_points then after_most - before_least
            when before_least > 0 then 100 * (after_most - before_least)
            when before_least < 0 then 100 * (before_least - after_most)
        end as high_over,
        if(in_points, 2000000, abs(before_least)) as high_under,
        -- The growths that are stated so: as rounded, or as a bound allows (of nearly 70% only a little more than 70%); null is no end.
        case
            when side = 'at_most' then null
            when side = 'about' then stated - if(stated < 0 and is_nearly, half, reach)
            else stated - half
        end as first,
        case
            when side = 'at_least' then null
            when side = 'about' then stated + if(stated >= 0 and is_nearly, half, reach)
            else stated + half
        end as last,
        -- As cut off; the ends that lie further from nothing do not belong to it.
        if(stated <= 0, stated - step, stated) as cut_first,
        if(stated >= 0, stated + step, stated) as cut_last
    from meant
),
judged as (
    select
        *,
        growth_lies(over, under, over, under, first, last)
        or (side = 'exact' and growth_is_cut(over, under, over, under, cut_first, cut_last, stated)) as fits,
        growth_lies(low_over, low_under, high_over, high_under, first, last)
        or (side = 'exact' and growth_is_cut(low_over, low_under, high_over, high_under, cut_first, cut_last, stated)) as is_open,
        side in ('at_least', 'at_most') and not growth_lies(over, under, over, under, stated - reach, stated + reach) as is_far
    from given
)
select
    'growth' as "check",
    if(fits, 'holds', 'doubtful') as severity,
    if(fits, 'grown_alike', 'grown_otherwise') as sentence,
    one,
    'after' as role_one,
    other,
    'before' as role_other,
    over,
    under,
    stated,
    side,
    in_points,
    is_nearly
from judged
where if(fits, not is_far, not is_open)
order by locality_code, indicator_id, period_end, one, other
