-- stated_days: one row per place × day on which the period of a figure of it ends. Sorted as a search shows figures: the newest first.
select distinct period_end, locality_code
from observation
order by period_end desc, locality_code
