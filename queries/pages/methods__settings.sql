-- One row per limit of comparability with its reason, in the order of the file, then one per limit that an indicator
-- has of its own: indicator is null for the common ones. scopes: the names of the scopes that the value lists. $language.
with every as (
    select null as indicator_id, id as setting_id, value, reason_zh, reason_en from setting
    union all by name
    from indicator_setting
)
select
    if($language = 'zh', indicator.name_zh, indicator.name_en) as indicator,
    setting.id,
    if($language = 'zh', setting.name_zh, setting.name_en) as name,
    every.value,
    (
        select string_agg(if($language = 'zh', scope.name_zh, scope.name_en), '|' order by scope.id)
        from scope
        where setting.id = 'compared_scopes' and list_contains(string_split(every.value, '|'), scope.id)
    ) as scopes,
    if($language = 'zh', every.reason_zh, every.reason_en) as reason
from every
inner join setting on every.setting_id = setting.id
left join indicator on every.indicator_id = indicator.id
order by indicator.position nulls first, setting.position
