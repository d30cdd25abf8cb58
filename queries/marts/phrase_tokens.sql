-- phrase_tokens: one row per place × what a search looks up: two characters that stand beside each other in a phrase of it (in small letters,
-- each number as one 0), the last character of a phrase, each number from each of its digits on but the last two, and, after a space, the id of each indicator
-- that it states. A place whose phrases hold a word has all tokens of the word. Sorted, so that a token is a few parts of the file.
with phrase as (
    select locality_code, lower(evidence_phrase) as said from observation
),
pairs as (
    select locality_code, unnest(list_transform(range(1, length(plain) + 1), lambda spot: substr(plain, spot, 2))) as token
    from (select locality_code, regexp_replace(said, '[0-9]+', '0', 'g') as plain from phrase)
),
numbers as (
    select locality_code, unnest(list_transform(range(1, greatest(length(number) - 1, 2)), lambda spot: substr(number, spot))) as token
    from (select locality_code, unnest(regexp_extract_all(said, '[0-9]+')) as number from phrase)
),
indicators as (
    select distinct locality_code, ' ' || indicator_id as token from observation
)
select distinct token, locality_code
from (from pairs union all by name from numbers union all by name from indicators)
order by token, locality_code
