-- news_cell, news_finding, news_report: what this snapshot has otherwise than the one that the row of snapshot names (compared_with): one row per cell,
-- new finding and report that differs, with the columns of queries/changes. Empty where it names none.
create table news_cell (
    kind varchar not null, locality_code varchar not null, locality_zh varchar not null, locality_en varchar not null,
    indicator_id varchar not null, indicator_zh varchar not null, indicator_en varchar not null, unit varchar not null, year bigint not null,
    value_before decimal(20, 6), value_text_before varchar, bound_before varchar, value_low_before decimal(20, 6),
    value_high_before decimal(20, 6), origin_before varchar, value decimal(20, 6), value_text varchar, bound varchar,
    value_low decimal(20, 6), value_high decimal(20, 6), origin varchar, observation_id varchar, holding varchar[],
    was_comparable boolean, is_comparable boolean, doubt_zh varchar, doubt_en varchar, report_id varchar not null
);

create table news_finding (
    id varchar not null, "check" varchar not null, severity varchar not null, locality_code varchar, locality_zh varchar,
    locality_en varchar, report_id varchar not null, stated varchar, computed varchar, explanation_zh varchar not null,
    explanation_en varchar not null
);

create table news_report (
    id varchar not null, added boolean not null, locality_code varchar not null, locality_zh varchar not null,
    locality_en varchar not null, title_zh varchar not null, title_en varchar not null, kind varchar not null, year bigint not null,
    first boolean not null
);
