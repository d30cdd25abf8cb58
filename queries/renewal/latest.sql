-- latest: an update, of the rows of peer_values whose indicator has another newest year than when they were made: whether a value is
-- the locality's newest and no older than the limit, as the mart peer_values says it.
update peer_values
set latest = limits.oldest is not null and peer_values.next_year is null and peer_values.year >= limits.oldest
from (
    select comparability.indicator_id, newest_years.year - comparability.latest_window_years as oldest
    from comparability
    left join newest_years on comparability.indicator_id = newest_years.indicator_id
) as limits
where
    peer_values.indicator_id = limits.indicator_id
    and peer_values.latest <> (limits.oldest is not null and peer_values.next_year is null and peer_values.year >= limits.oldest)
