-- One row per province, by its code: the field of its tile and its two letters.
select locality_code, "row", "column", letters from tile order by locality_code
