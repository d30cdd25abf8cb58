-- report: one row a report, where figures come from; sha256 '' and characters null where only clauses of it were seen. report_text: one row a report whose text a user imported.
create table report (
    id varchar primary key, locality_code varchar not null, title varchar not null, title_en varchar not null,
    publisher varchar not null, publisher_en varchar not null, kind varchar not null, read varchar not null, published_on date,
    period_start date not null, period_end date not null, period_basis varchar not null, source_url varchar,
    sha256 varchar not null, reader varchar, characters integer, damage_zh varchar, damage_en varchar,
    note_zh varchar, note_en varchar, source_kind varchar not null, imported_at timestamp, imported_by varchar
);

create table report_text (report_id varchar primary key, text varchar not null);
