-- finding: one row a check that did not hold. review: one row a person's decision, append-only.
create table finding (
    id varchar primary key, "check" varchar not null, severity varchar not null, locality_code varchar,
    report_id varchar not null, observation_ids varchar[] not null, stated varchar, computed varchar,
    explanation_zh varchar not null, explanation_en varchar not null
);

create table review (
    id varchar primary key, observation_id varchar not null, decision varchar not null, before varchar, after varchar,
    reason varchar, reviewer varchar not null, decided_at timestamp not null
);
