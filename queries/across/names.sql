-- names: one row per indicator and scope of which there is an accepted observation.
select distinct indicator_id, scope from observation where status = 'accepted'
