-- peer_values: one row per locality × indicator × year whose value may stand beside others of its level: what medians
-- and ranges of peers are taken over. latest: the locality's newest, no older than the limit. next_year: that of the
-- locality's next cell, comparable or not. years: how many its period spans, as measures.years_spanned has it. low, high: the ends of its interval where counts are known, else the value. Sorted so that one indicator and level are one part of the file.
with known as (
    select
        cells.*,
        lead(cells.year) over (partition by cells.locality_code, cells.indicator_id order by cells.year) as next_year
    from cells
),
spanned as (
    select
        known.locality_code,
        known.indicator_id,
        known.year,
        known.next_year,
        facts.value,
        coalesce(known.interval_low, facts.value) as low,
        coalesce(known.interval_high, facts.value) as high,
        (date_diff('day', facts.period_start, facts.period_end) + 1) / 365.25 as years
    from known
    inner join facts on known.observation_id = facts.id
    where known.compared
)
select
    spanned.indicator_id,
    locality.level,
    locality.province_code,
    spanned.locality_code,
    spanned.year::smallint as year,
    spanned.next_year::smallint as next_year,
    coalesce(spanned.next_year is null and spanned.year >= newest.year - limits.latest_window_years, false) as latest,
    spanned.value::double as value,
    spanned.low::double as low,
    spanned.high::double as high,
    locality.population_2020 as population,
    -- A period that misses whole years by less than a hundredth is whole years; a day spans none.
    coalesce(if(abs(spanned.years - round(spanned.years)) > 0.01, spanned.years, round(spanned.years)), 1) as years
from spanned
inner join reported_places as locality on spanned.locality_code = locality.code
inner join comparability as limits on spanned.indicator_id = limits.indicator_id
left join newest_years as newest on spanned.indicator_id = newest.indicator_id
order by spanned.indicator_id, locality.level, locality.province_code, spanned.locality_code, spanned.year
