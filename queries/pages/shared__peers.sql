-- One row per given indicator × year, or with $years null per indicator of each peer's latest, with a $span [first, last]
-- the latest within it: how many places of the
-- $peers group of $locality, itself left out, have a comparable value, their median and range. spread: the range is
-- that of the middle half ('quartiles') or the whole ('extremes'); least, greatest and the two quartiles stand beside it. Missing under least_peers.
-- more_surely … less_perhaps: how many of them have surely, or may have, more or less than $locality; missing where it has no comparable value. $locality, $peers,
-- $indicators varchar[], $years and $span integer[] or null, $per_residents and $per_year, $language.
with ours as materialized (
    from locality where code = $locality
),
chosen as materialized (
    from peer_group where id = $peers
),
nearest as materialized (
    select peer_code from peer_neighbours where group_id = $peers and locality_code = $locality
),
wanted as (
    select about.indicator_id, about.rank, wanted_year.year
    from (select unnest($indicators) as indicator_id, generate_subscripts($indicators, 1) as rank) as about
    cross join (select unnest(coalesce($years, [null::integer])) as year) as wanted_year
),
among as (
    select
        wanted.indicator_id,
        wanted.year,
        known.locality_code = $locality as is_ours,
        if($per_residents, nullif(known.population, 0) / 10000, 1) * if($per_year, known.years, 1) as divisor,
        known.value / divisor as value,
        known.low / divisor as low,
        known.high / divisor as high
    from wanted
    inner join peer_values as known
        on wanted.indicator_id = known.indicator_id
    inner join comparability as limits on known.indicator_id = limits.indicator_id
    left join (select indicator_id, least(year, ($span::integer[])[2]) as year from newest_years) as newest
        on known.indicator_id = newest.indicator_id
    cross join chosen
    where
        case
            when wanted.year is not null then known.year = wanted.year
            when $span::integer[] is null then known.latest
            -- A peer whose latest within the span may not stand beside others has no value there.
            else
                known.year between ($span::integer[])[1] and ($span::integer[])[2]
                and coalesce(known.next_year > ($span::integer[])[2], true)
                and known.year >= newest.year - limits.latest_window_years
        end
        and known.level = (select level from ours)
        and (chosen.rule <> 'province' or known.province_code = (select province_code from ours))
        and (chosen.rule <> 'population' or known.locality_code in (from nearest) or known.locality_code = $locality)
),
own as (from among where is_ours),
summed as (
    select
        among.indicator_id,
        among.year,
        count(among.value) as places,
        if(any_value(own.value) is null, null, count(*) filter (where among.low > own.high)) as more_surely,
        if(any_value(own.value) is null, null, count(*) filter (where among.high >= own.low)) as more_perhaps,
        if(any_value(own.value) is null, null, count(*) filter (where among.high < own.low)) as less_surely,
        if(any_value(own.value) is null, null, count(*) filter (where among.low <= own.high)) as less_perhaps,
        median(among.value) as median,
        min(among.value) as least,
        max(among.value) as greatest,
        quantile_cont(among.value, [0.25, 0.75]) as quartiles
    from among
    left join own on among.indicator_id = own.indicator_id and among.year is not distinct from own.year
    where not among.is_ours
    group by among.indicator_id, among.year
)
select
    wanted.indicator_id,
    wanted.year,
    if($language = 'zh', chosen.name_zh, chosen.name_en) as peers,
    chosen.rule,
    coalesce(summed.places, 0) as places,
    setting.least_peers,
    if(summed.places >= setting.quartiles_from, 'quartiles', 'extremes') as spread,
    if(summed.places >= setting.least_peers, summed.median, null) as median,
    case when summed.places >= setting.quartiles_from then summed.quartiles[1] when summed.places >= setting.least_peers then summed.least end as low,
    case when summed.places >= setting.quartiles_from then summed.quartiles[2] when summed.places >= setting.least_peers then summed.greatest end as high,
    if(summed.places >= setting.least_peers, summed.least, null) as least,
    if(summed.places >= setting.least_peers, summed.greatest, null) as greatest,
    if(summed.places >= setting.quartiles_from, summed.quartiles[1], null) as lower_quartile,
    if(summed.places >= setting.quartiles_from, summed.quartiles[2], null) as upper_quartile,
    summed.more_surely,
    summed.more_perhaps,
    summed.less_surely,
    summed.less_perhaps,
    chosen.rule = 'population' and (select population_2020 from ours) is null as population_unknown
from wanted
cross join chosen
cross join stg_settings as setting
left join summed on wanted.indicator_id = summed.indicator_id and wanted.year is not distinct from summed.year
order by wanted.rank, wanted.year
