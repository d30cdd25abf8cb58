-- finding: one row a check that was made; severity contradiction, doubtful, note, or holds where it was found right. review: one row a
-- person's decision, append-only. marks: JSON, a list of {role, label_zh, label_en, value, unit, bound, start, end}, the numbers of the
-- arithmetic. evidence_*: where the report says it, for figures that no observation holds.
create table finding (
    id varchar not null, "check" varchar not null, severity varchar not null, locality_code varchar,
    report_id varchar not null, indicator_ids varchar[] not null default [], observation_ids varchar[] not null,
    stated varchar, computed varchar, explanation_zh varchar not null, explanation_en varchar not null,
    marks varchar not null default '[]', evidence_phrase varchar, evidence_start integer, evidence_end integer
);

create table review (
    id varchar primary key, observation_id varchar not null, decision varchar not null, before varchar, after varchar,
    reason varchar, reviewer varchar not null, decided_at timestamp not null
);
