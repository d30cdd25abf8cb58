"""The congress that a work report is given to tells its place, and where no year is named its day tells the period."""

from __future__ import annotations

from datetime import date

import pytest
from shipped_reading import recognise
from test_recognition import LOCALITIES

from faheng.model import PeriodBasis
from faheng.reading.about.about import Recognised
from faheng.reading.texts.original import Original

BODY = "各位代表:\n现在,我代表{kind}人民政府,向大会报告工作,请予审议,并请各位政协委员和其他列席人员提出意见。\n"


def read(meeting: str, *lines: str, kind: str = "县") -> Recognised:
    """A work report with the line of its meeting, and what follows its opening."""
    text = "\n".join(["政府工作报告", meeting, BODY.format(kind=kind) + lines[0], *lines[1:]])
    return recognise(Original("r", text, "txt", "", "", None), LOCALITIES)


@pytest.mark.parametrize(
    ("meeting", "kind", "code"),
    [
        ("——2024年1月9日在溪口县第十七届人民代表大会第三次会议上", "县", "910121"),
        ("——2024年1月9日在溪口县第十七届\n人民代表大会第三次会议上", "县", "910121"),
        ("(2024年1月9日在临江市第九届人大第四次会议上)", "市", "910100"),
        ("——2024年1月9日在区十五届人大四次会议上\n明亮区人民政府区长 李 明", "区", "910103"),
        ("——2024年1月9日在县第十七届人民代表大会第三次会议上\n溪口县代县长 李明", "县", "910121"),
        ("——2024年1月9日在县第十七届人民代表大会第三次会议上\n县长 李明", "县", None),
        ("——2024年1月9日在钟楼区第十七届人民代表大会第三次会议上", "区", None),
    ],
)
def test_the_place_is_that_of_the_congress_or_of_the_office(meeting: str, kind: str, code: str | None) -> None:
    """Nobody where only the kind of place is said, or where two places have the name."""
    assert code == read(meeting, "一、2023年工作回顾", "过去一年,各项工作取得新进展。", kind=kind).locality_code


@pytest.mark.parametrize(
    ("day", "lines", "years"),
    [
        ("2024年1月9日", ("一、工作回顾", "过去一年,各项工作取得新进展。"), (2023, 2023)),
        ("2023年12月27日", ("一、工作回顾", "过去的一年,各项工作取得新进展。"), (2023, 2023)),
        ("2022年1月9日", ("一、过去五年工作回顾", "全县上下团结奋进。"), (2017, 2021)),
        ("2021年12月9日", ("过去五年工作回顾", "2017年至2021年,全县上下团结奋进。"), (2017, 2021)),
        ("2021年1月9日", ("一、“十三五”时期发展回顾", "全县上下团结奋进。"), (2016, 2020)),
        ("2024年1月9日", ("一、工作回顾", "各项工作取得新进展。"), None),
        ("2024年7月9日", ("一、工作回顾", "过去一年,各项工作取得新进展。"), None),
        ("2022年1月9日", ("一、过去五年工作回顾", "2016年至2020年,全县上下团结奋进。"), None),
        ("2024年1月9日", ("一、工作回顾", "本届政府过去一年取得新进展。"), None),
    ],
)
def test_the_period_of_a_report_without_a_year(day: str, lines: tuple[str, ...], years: tuple[int, int] | None) -> None:
    """The last year, a term or a plan; none where the day leaves it open or the opening names other years."""
    found = read(f"——{day}在溪口县第十七届人民代表大会第三次会议上", *lines)

    expected = (date(years[0], 1, 1), date(years[1], 12, 31)) if years else (None, None)
    assert expected == (found.period_start, found.period_end)
    stated = PeriodBasis.STATED if "“" in lines[0] else PeriodBasis.INFERRED
    assert (stated if years else None) == found.period_basis


def test_a_year_in_chinese_digits_is_that_of_the_heading() -> None:
    """二○一四年工作回顾 is the year 2014."""
    found = read("——2015年1月9日在溪口县第十七届人民代表大会第三次会议上", "二○一四年工作回顾", "全县团结奋进。")

    assert (2014, "910121") == (found.year, found.locality_code)
