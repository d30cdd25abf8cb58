-- One row per unit: how values are written.
select id, name_zh, name_en, symbol_zh, symbol_en from unit
