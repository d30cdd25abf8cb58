-- One row per group of peers that can be chosen, in the order of the file. $language.
select id, if($language = 'zh', name_zh, name_en) as name from peer_group order by position
