-- bundled.standing: one row per report of a bundle: the number under which it stands, its place, how many figures it has, the mark of
-- its past in the ledger, the sum of its document, and of what it was judged by.
create schema bundled;

create table bundled.standing (
    standing bigint, place varchar, figures bigint, report varchar, mark varchar, sha256 varchar, ground varchar
)
