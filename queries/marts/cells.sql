-- cells: one row per locality × indicator × year (the year of period_end) that some fact fills, with what holds of it whatever
-- it is compared with (holding, for cell_verdicts; compared: nothing of it bars comparison), the Wilson interval where counts are known, and the other facts of the cell.
-- Which fact fills a cell: design rule "whole before part, reported before derived before implied, full year before
-- another period, exact before bounded, annual report before article, original before reprint".
with judged as (
    select
        facts.*,
        year(facts.period_end) as year,
        indicator.kind,
        indicator.measure,
        report.precedence as report_precedence,
        spans_full_year(facts.period_kind, facts.period_start, facts.period_end, comparability.full_year_min_days) as full_year,
        scope_apart(facts.scope, comparability.any_scope, comparability.compared_scopes) as apart,
        comparability.too_few_cases,
        comparability.ceiling_run
    from facts
    inner join indicator on facts.indicator_id = indicator.id
    inner join stg_reports as report on facts.report_id = report.id
    inner join comparability on facts.indicator_id = comparability.indicator_id
),
ordered as (
    select
        *,
        row_number() over (
            partition by locality_code, indicator_id, year
            order by
                apart,
                scope <> '',
                case origin when 'reported' then 1 when 'derived' then 2 else 3 end,
                not full_year,
                bound <> 'exact',
                report_precedence,
                id
        ) as place
    from judged
),
chosen as (from ordered where place = 1),
rivals as (
    -- The same fact from another report: beyond the printed precision it is a contradiction, else it corroborates.
    select
        chosen.id,
        list({'observation_id': other.id, 'value': other.value} order by other.id) filter (where abs(other.value - chosen.value) > greatest(other.value_step, chosen.value_step) / 2) as contradicting,
        list(other.id order by other.id) filter (where abs(other.value - chosen.value) <= greatest(other.value_step, chosen.value_step) / 2) as corroborating
    from chosen
    inner join ordered as other
        on chosen.locality_code = other.locality_code
        and chosen.indicator_id = other.indicator_id
        and chosen.scope = other.scope
        and chosen.period_end = other.period_end
        and chosen.period_start is not distinct from other.period_start
        and chosen.report_id <> other.report_id
    where other.origin = 'reported' and chosen.origin = 'reported' and other.bound = 'exact' and chosen.bound = 'exact'
    group by chosen.id
),
contradicted as (
    -- A contradiction puts the figure in doubt that was checked, not those that it was held against; two reports doubt each other.
    select id, arg_min(explanation_zh, finding_id) as doubt_zh, arg_min(explanation_en, finding_id) as doubt_en
    from (
        select
            unnest(if("check" = 'two_reports', observation_ids, observation_ids[:1])) as id, id as finding_id,
            explanation_zh, explanation_en
        from finding
        where severity = 'contradiction'
    )
    group by id
),
rated as (
    select *, max(year) filter (where value < 100) over series as last_below, row_number() over (series order by year) as number
    from chosen
    where kind = 'rate' and origin = 'reported' and full_year and not apart and (value < 100 or bound in ('exact', 'at_least'))
    window series as (partition by locality_code, indicator_id, scope)
),
topped as (
    -- A run of 100% in years that follow each other, of one definition and scope: as long as the setting asks for, none below since.
    select id
    from rated
    where value = 100 and year > coalesce(last_below, 0)
    qualify count(*) over (partition by locality_code, indicator_id, scope, year - number) >= ceiling_run
),
counted as (
    -- Counts that do not give the stated rate are no interval for it. An inner join of its own: conditions on one
    -- side of a left join would compare every cell with every rate.
    select chosen.id, counts.numerator, counts.denominator, counts.interval_low, counts.interval_high
    from chosen
    inner join rate_counts as counts
        on chosen.report_id = counts.report_id
        and chosen.indicator_id = counts.rate_id
        and chosen.scope = counts.scope
        and chosen.period_end = counts.period_end
        and chosen.period_start is not distinct from counts.period_start
    where
        chosen.bound = 'exact'
        and chosen.origin in ('reported', 'derived')
        and abs(chosen.value - counts.value) <= chosen.value_step
),
based as (
    -- The cases of which a rate must be taken, or of fewer, where its report states no pair of counts that gives it: the most
    -- that any count named as its base allows. A count of a part says nothing of the whole.
    select chosen.id, max(stated.value) as most_cases
    from chosen
    inner join (
        select indicator_id as rate_id, base_id from rate_base union
        select rate_id, any_value(input_id) from stg_rate_parts where side = 'denominator' group by rate_id having count(*) = 1
    ) as bases on chosen.indicator_id = bases.rate_id
    inner join stg_observations as stated
        on chosen.report_id = stated.report_id and bases.base_id = stated.indicator_id
        and chosen.period_end = stated.period_end and chosen.period_start is not distinct from stated.period_start
        and stated.scope in ('', chosen.scope)
    where chosen.kind = 'rate' and chosen.origin = 'reported' and stated.bound in ('exact', 'at_most') and stated.value > 0
    group by chosen.id
),
weighed as (
    select
        chosen.*,
        counted.numerator,
        -- Of a base that is no denominator only this is told: that it is too small.
        coalesce(counted.denominator, if(based.most_cases < chosen.too_few_cases, based.most_cases, null)) as denominator,
        counted.interval_low, counted.interval_high,
        coalesce(rivals.contradicting, []) as contradicting,
        coalesce(rivals.corroborating, []) as corroborating,
        contradicted.id is not null or len(coalesce(rivals.contradicting, [])) > 0 as disputed,
        contradicted.doubt_zh,
        contradicted.doubt_en,
        topped.id is not null as at_ceiling
    from chosen
    left join rivals using (id)
    left join contradicted using (id)
    left join topped using (id)
    left join counted using (id)
    left join based using (id)
)
select
    locality_code,
    indicator_id,
    year,
    id as observation_id,
    origin,
    full_year,
    numerator,
    denominator,
    interval_low, interval_high,
    contradicting,
    corroborating,
    doubt_zh, doubt_en,
    figure_holding(disputed, apart, full_year, denominator < too_few_cases, bound, origin, at_ceiling) as holding,
    list_contains(cell_verdicts(holding), 'compared') as compared
from weighed
-- Sorted, so that a reader of one place touches one part of the file.
order by locality_code, indicator_id, year
