-- One row per cell of the given places and indicators that a fact fills, of the years $from_year to $to_year; without them that which stands
-- for the place where no year is chosen. holding: what holds of it whatever it is compared with. rank: 0 for the indicator's own,
-- else which of its neighbours stands in. $localities, $indicators varchar[], $language.
select
    locality_code,
    indicator_id,
    year::integer as year,
    rank,
    source_indicator_id,
    holding,
    observation_id,
    value::double as value,
    value_text,
    bound,
    value_low::double as value_low,
    value_high::double as value_high,
    interval_low::double as interval_low,
    interval_high::double as interval_high,
    numerator::double as numerator,
    denominator::double as denominator,
    origin,
    period_kind,
    period_start,
    period_end,
    period_basis,
    scope,
    if($language = 'zh', scope_zh, scope_en) as scope_name,
    change::double as change,
    change_unit,
    if($language = 'zh', note_zh, note_en) as note,
    if($language = 'zh', doubt_zh, doubt_en) as doubt,
    contradicting,
    corroborating,
    finding_severity,
    if($language = 'zh', finding_zh, finding_en) as finding,
    report_id,
    if($language = 'zh', report_title_zh, report_title_en) as report_title,
    if($language = 'zh', publisher_zh, publisher_en) as publisher,
    published_on,
    report_kind,
    source_kind
from filled_cells
where
    locality_code in (select unnest($localities))
    and indicator_id in (select unnest($indicators))
    and if($from_year::integer is null, latest, year between $from_year and $to_year)
