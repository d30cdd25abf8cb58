-- barring_verdict: a type, the ids of the verdicts that bar a cell from comparison.
select id from verdict where excludes order by rank
