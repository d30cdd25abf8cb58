-- rows($files, $first, $after): one row per row of these files of bundles, which are those of one table, of the wanted reports of the places
-- from the first code to before the other one, null for no end.
select held.* exclude (bundle, standing, place)
from read_parquet($files) as held
semi join (
    from memory.main.wanted where place >= $first and ($after is null or place < $after)
) as wanted on held.bundle = wanted.bundle and held.standing = wanted.standing
-- What a file says of its groups of rows is held against this, so that the other groups are not read.
where held.place >= $first and held.place < coalesce($after, chr(1114111))
