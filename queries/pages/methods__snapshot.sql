-- One row: what the open snapshot is and how much it holds.
select
    snapshot.number,
    snapshot.built_at,
    (select count(*) from report) as reports,
    (select count(*) from observation where status = 'accepted') as observations,
    (select count(*) from facts where origin = 'derived') as derived,
    (select count(*) from facts where origin = 'implied') as implied,
    (select count(distinct locality_code) from report) as localities,
    (select count(*) from indicator) as indicators
from snapshot
