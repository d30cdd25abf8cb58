-- What the queries of findings between reports call; each gives one value.
-- Whether some number from one fraction to another, over / under each, lies between two ends; null is no end.
create or replace macro growth_lies(low_over, low_under, high_over, high_under, first, last) as
    coalesce(last * low_under >= low_over * 20000000, true) and coalesce(high_over * 20000000 >= first * high_under, true);

-- The same, where the end that lies further from nothing than what was stated does not belong to it.
create or replace macro growth_is_cut(low_over, low_under, high_over, high_under, first, last, stated) as
    if(stated >= 0, last * low_under > low_over * 20000000, last * low_under >= low_over * 20000000)
    and coalesce(if(stated <= 0, high_over * 20000000 > first * high_under, high_over * 20000000 >= first * high_under), true);

-- The power of ten.
create or replace macro tens(places) as list_extract([1, 10, 100, 1000, 10000, 100000, 1000000]::hugeint[], (places + 1)::bigint);

-- A sentence that was filled in: the sign U+E000 becomes a space, or nothing where a Chinese word follows.
create or replace macro tidied(sentence) as
    replace(regexp_replace(sentence, chr(57344) || '([\x{3400}-\x{9fff}])', '\1', 'g'), chr(57344), ' ')
;

-- A count with its decimals, of which one is shown, only where it has any.
create or replace macro count_words(number) as
    if(
        number = trunc(number),
        if(number < 0, '-', '') || format('{:,}', abs(number)::bigint),
        if(number < 0, '−', '') || format('{:,}', (((abs(number) * 1000000)::hugeint + 50000) // 1000000)::bigint)
        || '.' || (((abs(number) * 1000000)::hugeint + 50000) // 100000 % 10)
    )
