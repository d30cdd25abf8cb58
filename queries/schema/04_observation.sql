-- observation: one row a reported fact; upper: the upper end of a range (bound between), whose lower end is value; evidence_start and evidence_end null where only its clause was seen. evidence_place: one row a further place of the same statement in the report.
create table observation (
    id varchar not null, report_id varchar not null, locality_code varchar not null, indicator_id varchar not null,
    value decimal(20, 6) not null, upper decimal(20, 6), value_text varchar not null, value_step decimal(20, 6) not null,
    unit varchar not null, bound varchar not null, scope varchar not null, period_kind varchar not null,
    period_start date, period_end date not null, period_basis varchar not null, origin varchar not null,
    change decimal(20, 6), change_text varchar, change_step decimal(20, 6), change_unit varchar, change_bound varchar,
    confidence decimal(4, 3) not null, status varchar not null, evidence_phrase varchar not null,
    evidence_start integer, evidence_end integer, evidence_section varchar,
    note_zh varchar, note_en varchar
);

create table evidence_place (observation_id varchar not null, evidence_start integer not null, evidence_end integer not null);
