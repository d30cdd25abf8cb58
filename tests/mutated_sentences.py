"""Damage to a sentence, by a seeded draw."""

from __future__ import annotations

import random

Draw = random.Random
SIGNS = (
    "0123456789零一二三十百千万亿%‰、,。;:()《》“”—-至到和与及其中分别约近超余以上以下件户宗年月日同比增长下降\n\t| ．·"
)


def mutated(draw: Draw, text: str) -> str:
    """The text with characters cut out, doubled, exchanged or put in; now and then it is joined to itself."""
    for _ in range(draw.randint(1, 6)):
        at, length = draw.randrange(len(text) + 1), draw.randint(1, 5)
        way = draw.randrange(5)
        if way == 0:
            text = text[:at] + text[at + length :]
        elif way == 1:
            text = text[:at] + draw.choice(SIGNS) + text[at:]
        elif way == 2:
            text = text[:at] + text[at : at + length] * draw.randint(2, 4) + text[at + length :]
        elif way == 3:
            to = draw.randrange(len(text) + 1)
            text = text[:at] + text[to : to + length] + text[at + length :]
        else:
            text = text[:at] + "".join(draw.choices(SIGNS, k=length)) + text[at + length :]
    return text * 2 if draw.random() < 0.05 else text
