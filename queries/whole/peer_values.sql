-- peer_values: the rows of the mart peer_values of all places, which were gathered before it was known which year is the newest anywhere:
-- latest as the mart says it. Sorted so that one indicator and level are one part of the file.
select
    gathered.* replace (
        coalesce(gathered.next_year is null and gathered.year >= newest.year - limits.latest_window_years, false) as latest
    )
from peers.gathered
inner join comparability as limits on gathered.indicator_id = limits.indicator_id
left join newest_years as newest on gathered.indicator_id = newest.indicator_id
order by gathered.indicator_id, gathered.level, gathered.province_code, gathered.locality_code, gathered.year
