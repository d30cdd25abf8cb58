-- One row per group of peers, in the order of the file, with its rule and the reason. $language.
select
    id,
    if($language = 'zh', name_zh, name_en) as name,
    rule,
    k,
    times::double as times,
    if($language = 'zh', reason_zh, reason_en) as reason
from peer_group
order by position
