-- One row per word of $text, of the first three, as evidence__search reads them: in small letters, in their order.
select unnest(words[:3]) as word
from (select list_filter(string_split_regex(lower(trim($text, ' 　')), '[\s　]+'), lambda word: word <> '') as words)
