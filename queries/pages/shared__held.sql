-- One row per given place × year of which a report is held, with the best of them, the years in order. $localities varchar[], $language.
select
    locality_code,
    year,
    read,
    report_id,
    if($language = 'zh', report_title_zh, report_title_en) as report_title,
    if($language = 'zh', publisher_zh, publisher_en) as publisher,
    published_on,
    report_kind,
    source_kind
from report_years
where locality_code in (select unnest($localities))
order by locality_code, year
