-- One row per change of the given places that their series run over: in which year, what the place, or the one that joined it,
-- was before, and whether the area stayed the same (joined). Not their founding. $localities varchar[].
select locality_code, year, kind, old_code, old_name, joined
from locality_change
where locality_code in (select unnest($localities)) and kind <> 'founded'
order by locality_code, year, old_code
