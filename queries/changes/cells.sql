-- cells: one row per locality × indicator × year whose cell differs between the snapshots attached as earlier and later. kind: new, gone,
-- changed (another value or bound), incomparable (comparable before, not any more) or comparable (the other way round).
with verdicts_that_exclude as (select list(id) as ids from later.verdict where excludes),
both_times as (
    select
        coalesce(old.locality_code, new.locality_code) as locality_code,
        coalesce(old.indicator_id, new.indicator_id) as indicator_id,
        coalesce(old.year, new.year) as year,
        old.observation_id is null as is_new,
        new.observation_id is null as is_gone,
        old.value is distinct from new.value or old.bound is distinct from new.bound
        or old.value_low is distinct from new.value_low or old.value_high is distinct from new.value_high as differs,
        not list_has_any(old.holding, excluded.ids) as was_comparable,
        not list_has_any(new.holding, excluded.ids) as is_comparable,
        old.value as value_before, old.value_text as value_text_before, old.bound as bound_before,
        old.value_low as value_low_before, old.value_high as value_high_before, old.origin as origin_before,
        new.value, new.value_text, new.bound, new.value_low, new.value_high, new.origin,
        new.observation_id, new.holding, new.doubt_zh, new.doubt_en,
        coalesce(new.report_id, old.report_id) as report_id
    from earlier.described_cells as old
    full outer join later.described_cells as new
        on old.locality_code = new.locality_code and old.indicator_id = new.indicator_id and old.year = new.year
    cross join verdicts_that_exclude as excluded
)
select
    case
        when is_new then 'new'
        when is_gone then 'gone'
        when differs then 'changed'
        when was_comparable then 'incomparable'
        else 'comparable'
    end as kind,
    both_times.locality_code, locality.name_zh as locality_zh, locality.name_en as locality_en,
    both_times.indicator_id, indicator.name_zh as indicator_zh, indicator.name_en as indicator_en, indicator.unit,
    both_times.year, value_before, value_text_before, bound_before, value_low_before, value_high_before, origin_before,
    value, value_text, bound, value_low, value_high, origin, observation_id, holding, was_comparable, is_comparable, doubt_zh,
    doubt_en, report_id
from both_times
inner join later.locality as locality on both_times.locality_code = locality.code
inner join later.indicator as indicator on both_times.indicator_id = indicator.id
where is_new or is_gone or differs or was_comparable <> is_comparable
order by both_times.locality_code, indicator.position, both_times.year
