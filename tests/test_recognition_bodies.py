"""Reports of one body, and of a zone's committee: whose figures they are, and who publishes them."""

from __future__ import annotations

import pytest
from test_recognition import FILLER, read


@pytest.mark.parametrize(
    ("title", "body"),
    [
        ("临江市钟楼区白塔街道办事处2021年法治政府建设年度报告", "临江市钟楼区白塔街道办事处"),
        ("临江市卫生健康委员会2021年法治政府建设情况报告", "临江市卫生健康委员会"),
        ("溪口县发改委关于2021年度法治政府建设情况的报告", "溪口县发改委"),
        ("溪口县档案馆2021年法治政府建设工作总结", "溪口县档案馆"),
        ("钟楼区综合行政执法队2021年度法治政府建设情况报告", "钟楼区综合行政执法队"),
        ("溪口县残疾人联合会2021年法治政府建设情况报告", "溪口县残疾人联合会"),
        ("临江市卫生健康监督所2021年法治政府建设情况报告", "临江市卫生健康监督所"),
        ("溪口县人民政府办公室2021年法治政府建设年度报告", "溪口县人民政府办公室"),
        ("溪口县总工会2021年法治政府建设情况报告", "溪口县总工会"),
        ("溪口县供销合作社联合社2021年法治政府建设年度报告", "溪口县供销合作社联合社"),
        ("临江市红十字会2021年法治政府建设情况报告", "临江市红十字会"),
        ("溪口县妇联2021年法治政府建设工作总结", "溪口县妇联"),
    ],
)
def test_the_report_of_a_body_is_of_no_place(title, body):
    """The place's figures would be wrong; who publishes is known, so that intake can say so."""
    found = read(f"{title}\n2021年,临江市溪口县钟楼区各项工作推进,临江市领导重视。{FILLER}\n")

    assert (None, body) == (found.locality_code, found.publisher)


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("2021年法治政府建设年度报告\n2021年,我局认真履职,溪口县支持我局。" + FILLER + "溪口县。" * 3, None),
        ("2021年法治政府建设年度报告\n2021年,溪口县支持我们。" + FILLER + "\n溪口县卫生健康委员会\n2022年1月5日",
         "溪口县卫生健康委员会"),
    ],
)  # fmt: skip
def test_a_title_that_names_nobody_leaves_it_to_who_speaks_and_signs(text, body):
    found = read(text)

    assert (None, body) == (found.locality_code, found.publisher)


@pytest.mark.parametrize(
    "title",
    [
        "溪口县人民政府办公室关于2021年法治政府建设情况的报告",
        "中共溪口县委全面依法治县委员会办公室关于2021年法治政府建设情况的报告",
        "中共溪口县委员会 溪口县人民政府关于2021年度法治政府建设情况的报告",
        "溪口县2021年法治政府建设情况报告",
    ],
)
def test_an_office_may_report_for_the_whole_place(title):
    found = read(f"{title}\n2021年,溪口县坚持依法行政。{FILLER}\n溪口县司法局\n2022年1月5日")

    assert "910121" == found.locality_code


@pytest.mark.parametrize(
    ("speaker", "code"),
    [
        ("清溪新区管理委员会", "910100-清溪新区"),
        ("清溪新区党工委、管委会", "910100-清溪新区"),
        ("中共清溪新区工作委员会、清溪新区管理委员会", "910100-清溪新区"),
        ("新区管理委员会", None),
        ("高新区管委会", None),
    ],
)
def test_the_committee_of_a_zone_reports_for_the_zone_and_never_for_the_city_above(speaker, code):
    text = f"各位代表:现在,我代表{speaker},向大会报告工作。\n2021年工作回顾\n" + "临江市支持我区,临江市发展。" * 6

    assert code == read(text).locality_code


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("溪口县司法局2021年工作总结\n2021年,溪口县司法局认真履职。", "溪口县司法局"),
        ("溪口县司法局\n2021年全县司法行政工作总结\n2021年,溪口县各项工作有序开展。", "溪口县司法局"),
        ("2021年四季度政务公开工作自查报告\n溪口县水利局\n2021年,溪口县水利局公开信息。", "溪口县水利局"),
        ("溪口县委(县政府)办公室2021年政府信息公开工作年度报告\n2021年,溪口县公开信息。", "溪口县委(县政府)办公室"),
        ("溪口县2021年工作总结\n2021年,溪口县各项工作有序开展。溪口县水利局表现突出。", None),
        ("溪口县2021年法治政府建设情况报告\n溪口县司法局\n2021年,溪口县坚持依法行政。", None),
    ],
)
def test_the_first_lines_say_whose_summary_it_is(head, body):
    """An office that heads its own summary tells nothing of the place; one below a government's title publishes it."""
    found = read(f"{head}{FILLER}")

    assert (body is None) == (found.locality_code == "910121")
    assert body is None or (None, body) == (found.locality_code, found.publisher)


@pytest.mark.parametrize(
    ("title", "first", "last"),
    [
        ("溪口县司法局2021年上半年工作总结", "2021-01-01", "2021-06-30"),
        ("2021年四季度政务公开工作自查报告", "2021-10-01", "2021-12-31"),
        ("溪口县2021年前三季度工作总结", "2021-01-01", "2021-09-30"),
        ("溪口县2021年工作总结", "2021-01-01", "2021-12-31"),
    ],
)
def test_a_part_of_a_year_in_the_first_line_is_the_period(title, first, last):
    found = read(f"{title}\n2021年,溪口县各项工作有序开展。{FILLER}")

    assert (first, last) == (str(found.period_start), str(found.period_end))
