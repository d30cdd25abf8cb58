-- figure_words: one row per figure that a row of judged is about, as findings print it in both languages: the rules of faheng/words/values.py and
-- faheng/checks/figures/labels.py. short: in signs of no language (">=98%"). shown: without the unit of a count. mark: the fields of its mark as
-- JSON; start is where the numeral stands in the report, as Observation.numeral says it.
with wanted as (
    select one as id from judged
    union
    select other from judged where other is not null
),
figure as (
    select
        observation.*,
        symbol_zh,
        symbol_en,
        (abs(value) * 1000000)::hugeint as millionths,
        rtrim(rtrim(value::varchar, '0'), '.') as exact,
        case
            when not regexp_matches(value_text, '[万萬亿億]') then regexp_extract(value_text, '\p{Nd}[.．](\p{Nd}+)', 1)
            else ''
        end as decimals,
        instr(evidence_phrase, value_text) as spot,
        length(value_text) as width
    from observation
    semi join wanted on observation.id = wanted.id
    inner join unit on observation.unit = unit.id
),
counted as (
    select
        *,
        (millionths + 5000) // 10000 as hundredths,
        -- Where the numeral stands more than once.
        if(
            instr(substr(evidence_phrase, spot + 1), value_text) = 0, [],
            list_filter(range(1, length(evidence_phrase) + 1), lambda spots: substr(evidence_phrase, spots, width) = value_text)
        ) as spots
    from figure
),
placed as (
    select
        *,
        case
            when decimals <> '' then length(decimals)
            when hundredths % 100 = 0 then 0
            when hundredths % 10 = 0 then 1
            else 2
        end as places,
        -- Of these those that no other digit touches: what Python's isdigit knows as one, and the point.
        list_filter(
            spots,
            lambda each: not regexp_matches(
                if(each > 1, substr(evidence_phrase, each - 1, 1), '') || substr(evidence_phrase, each + width, 1),
                '[\p{Nd}.\x{b2}\x{b3}\x{b9}\x{2070}\x{2074}-\x{2079}\x{2080}-\x{2089}\x{2460}-\x{2468}\x{2474}-\x{247c}\x{2488}-\x{2490}\x{24ea}\x{24f5}-\x{24fd}\x{24ff}\x{2776}-\x{277e}\x{2780}-\x{2788}\x{278a}-\x{2792}]'
            )
        ) as alone
    from counted
),
parted as (
    select
        *,
        tens(least(places, 6)) as ten,
        tens(6 - least(places, 6)) as rest,
        if(len(alone) > 0, alone, spots) as chosen
    from placed
),
rounded as (
    select *, (2 * millionths + rest) // (2 * rest) as parts
    from parted
),
printed as (
    select
        *,
        if(value < 0, '−', '') || format('{:,}', (parts // ten)::bigint)
        || if(places > 0, '.' || lpad((parts % ten)::varchar, least(places, 6)::integer, '0') || repeat('0', places - 6), '') as number,
        count_words(value) as count_number,
        unit = 'percent' as is_percent
    from rounded
),
with_unit as (
    select
        *,
        number || if(is_percent, '%', rtrim(' ' || coalesce(symbol_zh, ''))) as number_zh,
        number || case
            when is_percent then '%'
            when value = 1 and trim(coalesce(symbol_en, '')) <> '' then ' ' || unit
            else coalesce(symbol_en, '')
        end as number_en
    from printed
)
select
    id,
    report_id,
    locality_code,
    with_unit.indicator_id,
    case bound when 'at_least' then '>=' when 'between' then '>=' when 'at_most' then '<=' when 'about' then '~' else '' end
    || if(regexp_full_match(replace(value_text, '.', ''), '[0-9]+'), value_text, exact)
    || if(is_percent, '%', '') as short,
    is_percent,
    period_end,
    if(is_percent, number || '%', count_number) as shown,
    case bound
        when 'about' then tidied(replace(said.about.zh, '{value}', number_zh))
        when 'at_least' then '≥' || number_zh
        when 'at_most' then '≤' || number_zh
        else number_zh
    end as zh,
    case bound
        when 'about' then tidied(replace(said.about.en, '{value}', number_en))
        when 'at_least' then '≥' || number_en
        when 'at_most' then '≤' || number_en
        else number_en
    end as en,
    name.zh as name_zh,
    name.en as name_en,
    period.zh as period_zh,
    period.en as period_en,
    case
        when spot = 0 or contains(value_text, '+') then null
        when len(chosen) = 0 then evidence_start + spot - 1
        else evidence_start + if(change is not null, chosen[1], chosen[-1]) - 1
    end as begins,
    name.labels || ', "value": "' || exact || '", "unit": "' || unit || '", "bound": "' || bound
    || '", "start": ' || coalesce(begins::varchar, 'null') || ', "end": ' || coalesce((begins + width)::varchar, 'null') as mark
from with_unit
cross join said
inner join figure_name as name on with_unit.indicator_id = name.indicator_id and with_unit.scope = name.scope
inner join figure_period as period
    on with_unit.period_kind = period.kind
    and with_unit.period_end = period.last
    and with_unit.period_start is not distinct from period.first
