-- still($files, $ground): one row per report that stands as one of these lists of bundles says: the table heads (report, mark) has the same mark
-- of its past, and it was judged by the same.
select distinct held.standing, held.report, held.place, held.sha256
from read_parquet($files, union_by_name = true) as held
semi join heads on held.report = heads.report and held.mark = heads.mark
where held.ground = $ground
