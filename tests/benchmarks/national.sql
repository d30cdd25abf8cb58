-- What the reports of some places of the country state, as rows of a bundle. Every choice is a hash of what the row is about: no random
-- state, so the same numbers come out whatever the number of threads. locality, indicator and told (the reports) are tables.
create or replace macro chance(seed, about, n) as (hash(seed || '|' || about) % n)::integer;

insert into bundled.standing
select standing, locality_code, 0, id, mark, sha256, ground from told cross join judged_by;

insert into bundled.report by name
select
    standing, locality_code as place, id, locality_code, title, title_en, publisher, publisher_en, kind, 'whole' as read,
    make_date(year + 1, 3, 1) as published_on, make_date(year, 1, 1) as period_start, make_date(year, 12, 31) as period_end,
    'stated' as period_basis, '' as source_url, sha256, 'txt' as reader, 6000 as characters,
    '' as damage_zh, '' as damage_en, '' as note_zh, '' as note_en, 'original' as source_kind, imported_at, 'national' as imported_by
from told
order by locality_code, id;

insert into bundled.observation by name
with part as (
    select distinct unnest(string_split(numerator_id, '+')) as id from indicator where numerator_id <> ''
),
about as (
    select indicator.*, part.id is not null as is_part from indicator left join part using (id)
),
drawn as (
    -- An annual report states nearly all that applies, another one half of it; one figure in five is told of a part of the place too.
    select
        told.*, about.id as indicator_id, about.name_zh as indicator_zh, about.unit, about.kind as sort, about.measure, about.is_part, about.position,
        variants.n as variant,
        told.id || '|' || about.id || '|' || variants.n as row_key,
        told.locality_code || '|' || told.year || '|' || about.id || '|' || variants.n as fact_key
    from told
    inner join about on list_contains(about.applies_to_levels, told.level)
    cross join range(2) as variants(n)
    where
        chance('stated', told.id || '|' || about.id, 100) < if(told.kind = 'annual_report', 95, 45)
        and (variants.n = 0 or chance('variant', told.id || '|' || about.id, 100) < 20)
),
valued as (
    select
        *,
        -- Year by year a place stays near itself; one value in fifty is far off, and one told twice in twelve differs.
        (chance('base', locality_code || indicator_id, 900) + 60) * (1 + 0.04 * (year - 2016))
        * if(chance('far', fact_key, 50) = 0, 6, 1) + chance('near', fact_key, 40)
        + if(chance('otherwise', row_key, 12) = 0, 7, 0) as count_value,
        least(100, 62 + chance('base', locality_code || indicator_id, 300) / 10 + chance('near', fact_key, 120) / 10
        + if(chance('top', locality_code || indicator_id, 8) = 0, 40, 0) + if(chance('otherwise', row_key, 12) = 0, 1, 0)) as rate_value,
        chance('grown', row_key, 12) = 0 and variant = 0 as grown,
        chance('bound', row_key, 100) as bound_drawn,
        chance('period', row_key, 100) as period_drawn,
        chance('at', row_key, 5900) as spot
    from drawn
),
worded as (
    select
        *,
        case
            when unit = 'percent' then rate_value
            when is_part then floor(count_value / 12)
            else floor(count_value)
        end::decimal(20, 1) as value,
        case when bound_drawn < 6 then 'at_least' when bound_drawn = 6 then 'about' when bound_drawn = 7 then 'at_most' when bound_drawn = 8 then 'between' else 'exact' end as bound,
        case
            when measure = 'stock' then 'as_of' when period_drawn < 3 then 'part_year' when period_drawn = 3 then 'multi_year' else 'year'
        end as period_kind,
        chance('growth', row_key, 60) - 20 as growth
    from valued
)
select
    standing, locality_code as place,
    substr(md5(row_key), 1, 16) as id,
    id as report_id, locality_code, indicator_id, value, if(bound = 'between', value + 3, null) as upper,
    if(unit = 'percent', value::varchar, value::bigint::varchar) as value_text, if(unit = 'percent', 0.1, 1) as value_step, unit, bound,
    case when variant = 1 then 'departments' when chance('scope', row_key, 33) = 0 then 'all_bodies' else '' end as scope,
    period_kind,
    case period_kind when 'as_of' then null when 'multi_year' then make_date(year - 1, 1, 1) else make_date(year, 1, 1) end as period_start,
    case
        when period_kind = 'part_year' then make_date(year, 6, 30)
        when chance('end', row_key, 12) = 0 then make_date(year, 11, 20)
        else make_date(year, 12, 31)
    end as period_end,
    if(period_drawn = 5, 'inferred', 'report') as period_basis, 'reported' as origin,
    if(grown, growth, null) as change, if(grown, growth || '%', '') as change_text,
    if(grown, 1, null) as change_step, if(grown, if(unit = 'percent' and growth % 2 = 0, 'points', 'percent'), null) as change_unit,
    if(grown, 'exact', null) as change_bound,
    1 as confidence, if(chance('sure', row_key, 60) = 0, 'proposed', 'accepted') as status,
    '全年' || indicator_zh || if(bound = 'at_least', '达', '为') || if(unit = 'percent', value || '%', value::bigint || '件') || chr(19968 + spot) as evidence_phrase,
    spot as evidence_start, spot + length(evidence_phrase) as evidence_end, '一、主要工作' as evidence_section, '' as note_zh, '' as note_en
from worded
order by locality_code, id, position;

-- What the report says again elsewhere.
insert into bundled.evidence_place
select standing, place, id, evidence_start + 3000, evidence_start + 3020
from bundled.observation
where chance('again', id, 30) = 0;

-- What the checks of the report said of its figures.
insert into bundled.finding by name
select
    standing, place,
    substr(md5('found' || id), 1, 16) as id,
    if(unit = 'percent', 'stated_rate', 'growth') as "check",
    case chance('found', id, 30) when 0 then 'contradiction' when 1 then 'doubtful' when 2 then 'note' else 'holds' end as severity,
    locality_code, report_id, [indicator_id] as indicator_ids, [id] as observation_ids,
    value_text as stated, (value + 1)::varchar as computed,
    '按件数推算为' || (value + 1) || ',报告所述为' || value || '。' as explanation_zh,
    'The counts give ' || (value + 1) || ', the report says ' || value || '.' as explanation_en,
    '[{"role": "stated", "label_zh": "' || indicator_id || '", "label_en": "' || indicator_id || '", "value": "' || value
    || '", "unit": "' || unit || '", "bound": "exact", "start": null, "end": null}]' as marks
from bundled.observation
where status = 'accepted' and chance('checked', id, 20) = 0;

insert into bundled.report_text
select standing, locality_code, id, title || '。全年依法行政。' from told;

update bundled.standing
set figures = counted.figures
from (select standing, count(*) as figures from bundled.observation group by standing) as counted
where standing.standing = counted.standing;
