-- The rows of a country: generated places, a report for each place and year, and the figures that each report states.
-- $years and $stated_percent are set as variables. Every choice is a hash of what the row is about: no random state,
-- so the same numbers come out whatever the number of threads.
create or replace macro chance(seed, about, n) as (hash(seed || '|' || about) % n)::integer;

create or replace macro made_name(about) as
    substr('安平新丰宁兴和清永泰福山河东西南北长城江海湖桥林石金玉云龙凤', 1 + chance('a', about, 30), 1)
    || substr('安平新丰宁兴和清永泰福山河东西南北长城江海湖桥林石金玉云龙凤', 1 + chance('b', about, 30), 1);

create or replace macro made_initials(about) as
    chr(97 + chance('c', about, 26)) || chr(97 + chance('d', about, 26)) || chr(97 + chance('e', about, 26));

create temp table province as select code, row_number() over (order by code) - 1 as n from locality where level = 'province';

insert into locality
with prefecture as (
    select 'p' || lpad(n::varchar, 4, '0') as code, 'prefecture' as level, '市' as ending,
        (select code from province where province.n = made.n % (select count(*) from province)) as parent_code
    from range(333) as made(n)
),
county as (
    select 'c' || lpad(made.n::varchar, 4, '0') as code, 'county' as level, '县' as ending, 'p' || lpad((made.n % 333)::varchar, 4, '0') as parent_code
    from range(2990) as made(n)
),
township as (
    select 't' || lpad(made.n::varchar, 5, '0') as code, 'township' as level, '镇' as ending, 'c' || lpad((made.n % 2990)::varchar, 4, '0') as parent_code
    from range(41000) as made(n)
),
placed as (
    select *, parent_code as province_code from prefecture
    union all
    select county.*, prefecture.parent_code from county inner join prefecture on county.parent_code = prefecture.code
    union all
    select township.*, prefecture.parent_code
    from township
    inner join county on township.parent_code = county.code
    inner join prefecture on county.parent_code = prefecture.code
)
select code, made_name(code) || ending, made_name(code), 'Place ' || code, level, parent_code, province_code,
    case level when 'prefecture' then 3000000 when 'county' then 400000 else 30000 end + chance('f', code, 20000),
    made_initials(code) || ' ' || code, null
from placed;

insert into report by name
with told as (
    select locality.*, 2025 - years.n as year, kinds.kind
    from locality
    cross join range(getvariable('years')) as years(n)
    cross join (values ('annual_report'), ('work_report')) as kinds(kind)
    -- One place in twenty is written of twice a year, so that figures corroborate and contradict each other.
    where level <> 'country' and (kinds.kind = 'annual_report' or chance('twice', code || years.n, 20) = 0)
)
select
    code || '-' || year || '-' || left(kind, 1) as id,
    code as locality_code,
    name_zh || year || '年法治政府建设年度报告' as title,
    name_en || ' report on ' || year as title_en,
    name_zh || '人民政府' as publisher,
    'Government of ' || name_en as publisher_en,
    kind,
    'whole' as read,
    make_date(year + 1, 3, 1) as published_on,
    make_date(year, 1, 1) as period_start,
    make_date(year, 12, 31) as period_end,
    'stated' as period_basis,
    'https://example.org/' || code as source_url,
    repeat('0', 64) as sha256,
    'txt' as reader,
    6000 as characters
from told
order by id;

insert into observation by name
with part as (
    select distinct unnest(string_split(numerator_id, '+')) as id from indicator where numerator_id <> ''
),
about as (
    select indicator.*, part.id is not null as is_part from indicator left join part using (id) where position <= getvariable('indicators')
),
drawn as (
    select
        report.id as report_id, report.locality_code, report.period_start, report.period_end, about.*,
        report.id || '|' || about.id as row_key, locality.code || '|' || year(report.period_end) || '|' || about.id as fact_key
    from report
    inner join locality on report.locality_code = locality.code
    inner join about on list_contains(about.applies_to_levels, locality.level)
    where chance('stated', report.id || '|' || about.id, 100) < getvariable('stated_percent')
),
valued as (
    select
        *,
        case
            when unit = 'percent' and chance('top', locality_code || id, 10) = 0 then 100
            when unit = 'percent' then 40 + chance('value', fact_key, 600) / 10
            when is_part then 5 + chance('value', fact_key, 45)
            else 50 + chance('value', fact_key, 900)
        end::decimal(20, 1) as value,
        chance('grown', row_key, 12) = 0 as grown
    from drawn
)
select
    'o' || row_number() over (order by report_id, position) as id,
    report_id, locality_code, id as indicator_id, value, value::varchar as value_text, 0.1 as value_step, unit,
    if(chance('bound', row_key, 16) = 0, 'at_least', 'exact') as bound,
    if(chance('scope', row_key, 33) = 0, 'all_bodies', '') as scope,
    'year' as period_kind, period_start,
    if(chance('end', row_key, 10) = 0, make_date(year(period_end), 11, 20), period_end) as period_end,
    'report' as period_basis, 'reported' as origin,
    if(grown, chance('change', row_key, 60) - 20, null) as change,
    if(grown, (chance('change', row_key, 60) - 20) || '%', '') as change_text,
    if(grown, 1, null) as change_step, if(grown, 'percent', null) as change_unit, if(grown, 'exact', null) as change_bound,
    1 as confidence, 'accepted' as status, '全年' || name_zh || value as evidence_phrase,
    chance('at', row_key, 6000) as evidence_start, chance('at', row_key, 6000) + 20 as evidence_end,
    '一、主要工作' as evidence_section
from valued
order by report_id, position;
