-- At most one row: the place that an old code or id of an address means today. $alias.
select code from locality_alias where alias = $alias
