-- One row per place × day on which the period of a figure ends that evidence__search may find, in the order in which it shows them, at most $limit.
-- No other place and day has one; of those given some may have none. $words varchar[]: as evidence__words gives them. $tokens varchar[]: those of
-- phrase_tokens that a phrase has which holds the word of the number in $numbers integer[] beside it. $begin, or null: how another token begins
-- then, of the word $begin_number. $named: only where an indicator is stated that the first word names.
with word as materialized (
    select unnest($words::varchar[]) as said, generate_subscripts($words::varchar[], 1) as number
),
about as materialized (
    select
        ' ' || indicator.id as token, word.number, contains(lower(indicator.name_zh || ' ' || indicator.search), word.said) as named
    from indicator
    cross join word
    where contains(lower(concat_ws(' ', indicator.name_zh, indicator.name_en, indicator.search)), word.said)
),
asked as materialized (
    select unnest($tokens::varchar[]) as token, unnest($numbers::integer[]) as number
),
parts as materialized (
    select word.number, count(asked.token) + if(word.number = $begin_number::integer, 1, 0) as parts
    from word
    left join asked on word.number = asked.number
    group by word.number
),
spoken as (
    select asked.number, phrase_tokens.locality_code
    from phrase_tokens
    inner join asked on phrase_tokens.token = asked.token
    union all
    select distinct $begin_number::integer, locality_code
    from phrase_tokens
    where token >= $begin::varchar and token < $begin::varchar || chr(1114111)
),
-- Which words a place meets, a bit each; the bit before them: that an indicator is stated which the first word names.
met as (
    select spoken.locality_code, 1 << spoken.number as bits
    from spoken
    inner join parts on spoken.number = parts.number
    group by spoken.locality_code, spoken.number
    having count(*) = any_value(parts.parts)
    union all
    select phrase_tokens.locality_code, (1 << about.number) + if(about.named and about.number = 1, 1, 0)
    from phrase_tokens
    inner join about on phrase_tokens.token = about.token
    union all
    -- A word that stands in the query is looked for much faster.
    select code, 2 from place_index where contains(haystack, ($words::varchar[])[1])
    union all
    select code, 4 from place_index where contains(haystack, ($words::varchar[])[2])
    union all
    select code, 8 from place_index where contains(haystack, ($words::varchar[])[3])
),
place as (
    select locality_code, bit_or(bits) as bits from met group by locality_code
),
wanted as (
    select
        if($named, 1, 0) | coalesce(bit_or(1 << number), 0) as bits,
        -- A word without tokens may stand in any phrase.
        coalesce(bit_or(1 << number) filter (where parts = 0), 0) as free
    from parts
),
years as (
    select try_cast(said as integer) as year, bit_or(1 << number) as bits from word group by year
)
select stated_days.locality_code, stated_days.period_end
from stated_days
cross join wanted
left join place on stated_days.locality_code = place.locality_code
left join years on year(stated_days.period_end) = years.year
where (coalesce(place.bits, 0) | wanted.free | coalesce(years.bits, 0)) & wanted.bits = wanted.bits
order by stated_days.period_end desc, stated_days.locality_code
limit $limit
