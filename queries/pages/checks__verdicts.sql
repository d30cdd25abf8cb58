-- One row per given figure of a report that the store does not hold, in the given order: its verdicts, as those of a cell that it
-- would fill. All of one length: $indicators, $scopes, $kinds, $bounds varchar[], $firsts, $lasts date[], $disputed boolean[].
with given as (
    select
        unnest($indicators::varchar[]) as indicator_id,
        generate_subscripts($indicators::varchar[], 1) as position,
        unnest($scopes::varchar[]) as scope,
        unnest($kinds::varchar[]) as period_kind,
        unnest($bounds::varchar[]) as bound,
        unnest($firsts::date[]) as period_start,
        unnest($lasts::date[]) as period_end,
        unnest($disputed::boolean[]) as disputed
)
select
    cell_verdicts(figure_holding(
        given.disputed,
        scope_apart(given.scope, limits.any_scope, limits.compared_scopes),
        spans_full_year(given.period_kind, given.period_start, given.period_end, limits.full_year_min_days),
        false,
        given.bound,
        'reported',
        false
    )) as verdicts
from given
inner join comparability as limits on given.indicator_id = limits.indicator_id
order by given.position
