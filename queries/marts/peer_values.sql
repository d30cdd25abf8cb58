-- peer_values: one row per locality × indicator × year whose value may stand beside others of its level: what medians
-- and ranges of peers are taken over. latest: the locality's newest, no older than the limit. years: how many years its
-- period spans, as measures.years_spanned has it. Sorted so that one indicator and level are one part of the file.
with known as (
    select
        cells.*,
        cells.year = max(cells.year) over (partition by cells.locality_code, cells.indicator_id) as is_last
    from cells
),
spanned as (
    select
        known.locality_code,
        known.indicator_id,
        known.year,
        known.is_last,
        facts.value,
        (date_diff('day', facts.period_start, facts.period_end) + 1) / 365.25 as years
    from known
    inner join facts on known.observation_id = facts.id
    where list_contains(cell_verdicts(known.holding), 'compared')
)
select
    spanned.indicator_id,
    locality.level,
    locality.province_code,
    spanned.locality_code,
    spanned.year::smallint as year,
    coalesce(spanned.is_last and spanned.year >= newest.year - limits.latest_window_years, false) as latest,
    spanned.value::double as value,
    locality.population_2020 as population,
    -- A period that misses whole years by less than a hundredth is whole years; a day spans none.
    coalesce(if(abs(spanned.years - round(spanned.years)) > 0.01, spanned.years, round(spanned.years)), 1) as years
from spanned
inner join locality on spanned.locality_code = locality.code
inner join comparability as limits on spanned.indicator_id = limits.indicator_id
left join newest_years as newest on spanned.indicator_id = newest.indicator_id
order by spanned.indicator_id, locality.level, locality.province_code, spanned.locality_code, spanned.year
