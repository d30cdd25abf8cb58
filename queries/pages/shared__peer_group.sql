-- At most one row: a group of peers, its rule, and from how many places on there is a median, and are there quartiles. $peers, $language.
select if($language = 'zh', name_zh, name_en) as peers, rule, least_peers, quartiles_from
from peer_group
cross join stg_settings
where id = $peers
