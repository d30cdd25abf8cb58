-- stg_indicator_settings: one row per indicator × setting, with the indicator's own value or else the common one.
select indicator.id as indicator_id, setting.id as setting_id, coalesce(own.value, setting.value) as value
from indicator
cross join setting
left join indicator_setting as own on indicator.id = own.indicator_id and setting.id = own.setting_id
