-- One row per value of the locality that a later growth implies, for the given indicators. $locality, $indicators
-- varchar[].
select
    facts.indicator_id,
    facts.id as observation_id,
    year(facts.period_end)::integer as year,
    indicator.unit,
    indicator.kind,
    facts.value::double as value,
    facts.value_low::double as value_low,
    facts.value_high::double as value_high,
    facts.bound,
    facts.origin,
    facts.period_kind,
    facts.period_start,
    facts.period_end,
    facts.period_basis,
    facts.change_unit
from facts
inner join indicator on facts.indicator_id = indicator.id
where
    facts.origin = 'implied'
    and facts.locality_code = $locality
    and facts.indicator_id in (select unnest($indicators))
order by facts.indicator_id, facts.period_end
