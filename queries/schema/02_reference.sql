-- chapter, chapter_apart, tile, rate_base, theme, unit, scope, verdict, setting, peer_group, indicator, neighbour, locality, benchmark: one row an id (neighbour: a pair;
-- indicator_setting: an indicator × setting; benchmark: a published value; locality_change: what happened to a place in a year; locality_alias: a code that old addresses use). What observations are read against; from
-- data/reference.
create table chapter (
    position integer not null, id varchar primary key, name_zh varchar not null, name_en varchar not null, themes varchar[] not null
);

create table chapter_apart (
    indicator_id varchar primary key, chapter varchar not null, reason_zh varchar not null, reason_en varchar not null
);

create table tile (
    locality_code varchar primary key, "row" integer not null, "column" integer not null, letters varchar not null
);

create table rate_base (
    indicator_id varchar not null, base_id varchar not null, reason_zh varchar not null, reason_en varchar not null,
    primary key (indicator_id, base_id)
);

create table theme (position integer not null, id varchar primary key, name_zh varchar not null, name_en varchar not null);

create table unit (
    id varchar primary key, name_zh varchar not null, name_en varchar not null, symbol_zh varchar, symbol_en varchar
);

create table scope (id varchar primary key, name_zh varchar not null, name_en varchar not null);

create table verdict (
    id varchar primary key, rank integer not null, excludes boolean not null, name_zh varchar not null,
    name_en varchar not null, meaning_zh varchar not null, meaning_en varchar not null
);

create table setting (
    position integer not null, id varchar primary key, value varchar not null, name_zh varchar not null, name_en varchar not null,
    reason_zh varchar not null, reason_en varchar not null
);

create table indicator (
    position integer not null, id varchar primary key, theme varchar not null, name_zh varchar not null, name_en varchar not null,
    unit varchar not null, kind varchar not null, measure varchar not null, better varchar not null,
    numerator_id varchar not null, denominator_id varchar not null, family varchar not null,
    applies_to_levels varchar[] not null, not_applicable_zh varchar not null, not_applicable_en varchar not null,
    headline integer, definition_zh varchar not null, definition_en varchar not null, search varchar not null
);

create table peer_group (
    position integer not null, id varchar primary key, name_zh varchar not null, name_en varchar not null,
    rule varchar not null, k integer, times decimal(12, 3), reason_zh varchar not null, reason_en varchar not null
);

create table indicator_setting (
    indicator_id varchar not null, setting_id varchar not null, value varchar not null, reason_zh varchar not null,
    reason_en varchar not null, primary key (indicator_id, setting_id)
);

create table neighbour (
    indicator_id varchar not null, neighbour_id varchar not null, rank integer not null,
    reason_zh varchar not null, reason_en varchar not null, primary key (indicator_id, neighbour_id)
);

create table locality (
    code varchar primary key, name_zh varchar not null, short_zh varchar not null, name_en varchar not null,
    level varchar not null, parent_code varchar not null, province_code varchar not null, population_2020 integer,
    search varchar not null, note varchar, valid_from integer, valid_to integer, successors varchar[] not null
);

create table locality_change (
    locality_code varchar not null, year integer not null, kind varchar not null, old_code varchar not null,
    old_name varchar not null, joined boolean not null
);

create table locality_alias (alias varchar primary key, code varchar not null);

create table benchmark (
    region varchar not null, region_code varchar not null, level varchar, indicator_id varchar not null,
    period varchar not null, period_start date not null, period_end date not null, value decimal(20, 6) not null,
    bound varchar not null, kind varchar not null, scope varchar not null, source_kind varchar not null,
    note_zh varchar, note_en varchar, source_title varchar not null, source_url varchar not null
);
