-- stg_observations: one row per accepted reported observation, with the traits of its indicator and the length of its period.
select
    observation.id,
    observation.report_id,
    observation.locality_code,
    observation.indicator_id,
    observation.value,
    observation.upper,
    observation.value_text,
    observation.value_step,
    observation.unit,
    observation.bound,
    observation.scope,
    observation.period_kind,
    observation.period_start,
    observation.period_end,
    observation.period_basis,
    observation.origin,
    observation.change,
    observation.change_text,
    observation.change_step,
    observation.change_unit,
    observation.change_bound,
    observation.note_zh,
    observation.note_en
from observation
where observation.status = 'accepted'
