-- One row per further place of the report that states the same observation. $id.
select evidence_start, evidence_end from evidence_place where observation_id = $id order by evidence_start
