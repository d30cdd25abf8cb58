-- stg_reports: one row per report, with its precedence: which goes before which where two say the same thing. By its kind, and
-- of one kind what was seen itself before a reprint. An annual report on rule-of-law government is expected to hold the
-- catalogue's figures; of the others those that were made of records go before those that were written for readers.
select
    report.*,
    list_position(['annual_report', 'white_paper', 'statistics', 'disclosure_report', 'work_report', 'article', 'news'], kind) * 2
    + (source_kind <> 'original')::integer as precedence
from report
