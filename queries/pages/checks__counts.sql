-- One row per check × severity that was found: how many findings. $localities varchar[] or null for all.
select "check", severity, count(*)::integer as findings
from finding
where $localities::varchar[] is null or list_contains($localities::varchar[], locality_code)
group by "check", severity
order by list_position(['contradiction', 'doubtful', 'note', 'holds'], severity), "check"
