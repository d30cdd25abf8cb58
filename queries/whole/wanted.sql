-- wanted($files): an insertion, one row per standing of the table standings that a bundle holds: in which bundle, of which place, how many
-- figures it has. $files: the lists of the bundles. What two bundles hold is taken from the first.
insert into memory.main.wanted
select min(held.bundle), held.standing, any_value(held.place), any_value(held.figures)
from read_parquet($files) as held
semi join standings on held.standing = standings.standing
group by held.standing
