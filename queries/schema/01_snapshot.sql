-- snapshot: one row. What this file is: its number, the schema it follows and what it was built from. inputs: a sum of the data, the
-- program and the ledger's past; where it holds still, the next snapshot is made out of this one. compared_with: the number
-- of the snapshot that its news say the difference to; null where it has none.
create table snapshot (
    number integer not null,
    schema_version integer not null,
    faheng_version varchar not null,
    built_at timestamp not null,
    ledger_position bigint not null,
    reader varchar not null,
    published_by varchar not null,
    inputs varchar not null,
    compared_with integer
);
