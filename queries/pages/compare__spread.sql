-- One row per place of the level $level whose value of $indicator may stand beside others, by its code: that of $year; with $year
-- null the latest within the $span [first, last]; with both null the latest, or where $most is true that of the year in which most
-- of them have one, $locality among them if it is ever so with $least of them. low, high: the ends of its interval, else the value.
-- $province narrows, null for all; $per_residents and $per_year divide counts; $language.
with known as (
    select
        peer_values.*,
        if($per_residents, nullif(peer_values.population, 0) / 10000, 1) * if($per_year, peer_values.years, 1) as divisor
    from peer_values
    where indicator_id = $indicator and level = $level and ($province::varchar is null or province_code = $province)
),
best as (
    select year
    from known
    group by year
    order by bool_or(locality_code = $locality) and count(*) >= $least desc, count(*) desc, year desc
    limit 1
),
limits as (
    select comparability.latest_window_years, least(newest_years.year, ($span::integer[])[2]) as newest
    from comparability
    inner join newest_years on comparability.indicator_id = newest_years.indicator_id
    where comparability.indicator_id = $indicator
)
select
    known.locality_code,
    if($language = 'zh', locality.short_zh, locality.name_en) as locality,
    known.year::integer as year,
    known.value / known.divisor as value,
    known.low / known.divisor as low,
    known.high / known.divisor as high
from known
inner join locality on known.locality_code = locality.code
where
    known.value / known.divisor is not null
    and case
        when $year::integer is not null then known.year = $year
        when $span::integer[] is not null then
            known.year between ($span::integer[])[1] and ($span::integer[])[2]
            and coalesce(known.next_year > ($span::integer[])[2], true)
            and known.year >= (select newest - latest_window_years from limits)
        when $most then known.year = (select year from best)
        else known.latest
    end
order by known.locality_code
