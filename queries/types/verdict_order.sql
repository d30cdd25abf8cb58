-- verdict_order: a type, the ids of all verdicts from the strictest to the mildest; what is sorted as this type is in their order.
select id from verdict order by rank
