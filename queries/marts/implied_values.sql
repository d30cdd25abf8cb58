-- implied_values: one row per stated growth whose base value follows from it: the value of the period before.
-- A count is the integer that fits the growth as printed (rounded, or else cut off); where several fit or none does, an
-- interval of whole numbers. 'points_or_percent' leaves two readings open: value is the one in points, the interval spans both.
with stated as (
    select
        *,
        -- The years that the period spans, so that the period before has the same length.
        case when period_kind = 'multi_year' then round(date_diff('day', period_start, period_end) / 365.25) else 1 end::integer as years
    from stg_observations
    where
        change is not null
        and change > -100
        and bound not in ('at_most', 'between')
        -- "Since 2020" has no earlier period of the same kind.
        and period_kind <> 'since'
        -- A growth in points makes sense for a rate only.
        and (change_unit = 'percent' or unit = 'percent')
),
candidates as (
    -- Only integers beside an end of an interval can be its least or greatest member.
    select distinct stated.id, unnest(list_transform(
        flatten(list_transform(
            [
                value / (1 + (change + change_step) / 100), value / (1 + (change + change_step / 2) / 100),
                value / (1 + change / 100), value / (1 + (change - change_step / 2) / 100),
                value / (1 + (change - change_step) / 100)
            ],
            lambda base: range(floor(base)::bigint - 1, floor(base)::bigint + 3)
        )),
        lambda candidate: greatest(candidate, 0)
    ))::decimal(18, 0) as candidate
    from stated
    where unit <> 'percent' and bound = 'exact' and change_bound = 'exact' and change - change_step > -100
),
counts as (
    -- Multiplied out, so that decimals stay exact: growth - half <= value / candidate - 1 <= growth + half (both ends,
    -- because a half is rounded up in a rise and down in a fall). Cut off means towards zero.
    select
        stated.id,
        candidate,
        candidate * (200 + 2 * change - change_step) <= 200 * value and 200 * value <= candidate * (200 + 2 * change + change_step) as rounded,
        case
            when change >= 0 then candidate * (100 + change) <= 100 * value and 100 * value < candidate * (100 + change + change_step)
            else candidate * (100 + change - change_step) < 100 * value and 100 * value <= candidate * (100 + change)
        end as cut
    from candidates
    inner join stated using (id)
),
fitting as (
    select
        id,
        coalesce(min(candidate) filter (where rounded), min(candidate) filter (where cut)) as low,
        coalesce(max(candidate) filter (where rounded), max(candidate) filter (where cut)) as high
    from counts
    group by id
),
implied as (
    select
        stated.*,
        fitting.low as fit_low,
        fitting.high as fit_high,
        stated.value / (1 + change / 100) as ratio_base,
        stated.value - change as points_base,
        stated.value / (1 + (change + change_step / 2) / 100) as real_low,
        stated.value / (1 + (change - change_step / 2) / 100) as real_high
    from stated
    left join fitting using (id)
),
valued as (
    select
        *,
        case
            when change_unit = 'percent' and fit_low = fit_high then fit_low
            when change_unit = 'percent' and unit = 'percent' then round(ratio_base, 1)
            when change_unit = 'percent' then round(ratio_base, 0)
            else points_base
        end as base,
        case
            when change_unit = 'points_or_percent' then least(points_base, ratio_base)
            when change_unit = 'points' then points_base
            when change_bound <> 'exact' or bound <> 'exact' then null
            when unit <> 'percent' then coalesce(fit_low, floor(real_low))
            else real_low
        end as base_low,
        case
            when change_unit = 'points_or_percent' then greatest(points_base, ratio_base)
            when change_unit = 'points' then points_base
            when change_bound <> 'exact' or bound <> 'exact' then null
            when unit <> 'percent' then coalesce(fit_high, ceil(real_high))
            else real_high
        end as base_high
    from implied
)
select
    'i' || substr(sha256('implied|' || id), 1, 15) as id,
    report_id,
    locality_code,
    indicator_id,
    base::decimal(20, 6) as value,
    round(base_low, 2)::decimal(20, 6) as value_low,
    round(base_high, 2)::decimal(20, 6) as value_high,
    -- An exact integer is exact; everything else worked back is about.
    case when bound = 'at_least' and change_bound = 'exact' then 'at_least' when base_low = base_high then 'exact' else 'about' end as bound,
    scope,
    period_kind,
    (period_start - to_years(years))::date as period_start,
    (period_end - to_years(years))::date as period_end,
    change_unit,
    [{'observation_id': id, 'role': 'growth'}] as inputs
from valued
where base >= 0 and (unit <> 'percent' or base <= 100)
