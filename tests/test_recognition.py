"""What a report says of itself: each field read where it is said, and None where it is not or could be two."""

from __future__ import annotations

from datetime import date

import pytest
from shipped_reading import recognise

from faheng.model import Level, Locality, PeriodBasis
from faheng.reading.about.about import Recognised
from faheng.reading.texts.original import Original

FILLER = "各部门按照分工认真抓好落实,工作有序开展,取得了新的进展。"


def place(code: str, name: str, level: Level, parent: str, short: str = "") -> Locality:
    """A locality that exists only here."""
    short = short or name[:-1]
    return Locality(code, name, short, level, parent, parent[:2] + "0000", None, "")


LOCALITIES = (
    place("000000", "全国", Level.COUNTRY, "", "全国"),
    place("910000", "云岭省", Level.PROVINCE, "000000"),
    place("910100", "临江市", Level.PREFECTURE, "910000"),
    place("910102", "钟楼区", Level.COUNTY, "910100"),
    place("910103", "明亮区", Level.COUNTY, "910100", "明亮"),
    place("910121", "溪口县", Level.COUNTY, "910100"),
    place("910121-baishi", "白石乡", Level.TOWNSHIP, "910121"),
    place("910100-清溪新区", "清溪新区", Level.ZONE, "910100", "清溪新区"),
    place("920000", "海川省", Level.PROVINCE, "000000"),
    place("920100", "滨海市", Level.PREFECTURE, "920000"),
    place("920102", "钟楼区", Level.COUNTY, "920100"),
    place("920121-baishi", "白石乡", Level.TOWNSHIP, "920100"),
)


def read(text: str, title: str = "", name: str = "r", **other: date) -> Recognised:
    """Recognise a text of these localities."""
    return recognise(Original(name, text, "txt", "", title, other.get("published")), LOCALITIES)


def annual(subject: str = "溪口县", *, year: int = 2021, body: str = "", end: str = "") -> str:
    """An annual report with a title and a first paragraph."""
    first = f"{year}年,{subject}坚持依法行政,{FILLER}{body}"
    return f"{subject}人民政府{year}年法治政府建设情况报告\n{first}\n一、主要做法\n{FILLER}\n{end}"


def test_an_annual_report_says_all_of_itself():
    """Title, opening and signature; each field names its place in the text."""
    text = annual(end="溪口县人民政府\n2021年12月8日")
    found = read(text)

    assert ("910121", "annual_report", 2021) == (found.locality_code, found.kind, found.year)
    assert ("溪口县人民政府2021年法治政府建设情况报告", "溪口县人民政府") == (found.title, found.publisher)
    assert (date(2021, 1, 1), date(2021, 12, 8)) == (found.period_start, found.period_end)
    assert (date(2021, 12, 8), PeriodBasis.STATED) == (found.published_on, found.period_basis)
    span = found.evidence["published_on"]
    assert "2021年12月8日" == text[span.start : span.end]
    assert {"locality_code", "title", "year", "kind", "publisher", "period_start", "period_end"} < set(found.evidence)


def test_a_text_about_nothing_leaves_everything_unknown():
    assert Recognised() == read(FILLER * 5)
    assert Recognised() == read("")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("全市法治建设稳步推进,我市" + FILLER, None),
        ("我区" + FILLER * 3, None),
        ("现将2021年法治政府建设情况报告如下。钟楼区坚持依法行政。钟楼区人民政府召开会议。" + FILLER, None),
        ("现将2021年法治政府建设情况报告如下。临江市钟楼区坚持依法行政。钟楼区人民政府召开会议。" + FILLER, "910102"),
        ("现将情况报告如下。海川省钟楼区坚持依法行政。钟楼区人民政府召开会议。" + FILLER, "920102"),
        ("在临江市委、市政府坚强领导下,我县按照云岭省部署开展工作," + FILLER, None),
        ("贯彻《溪口县法治建设规划》,实施《溪口县依法行政要点》和《溪口县清单》,我县" + FILLER, None),
        ("云岭省溪口县推进法治政府建设。溪口县坚持依法行政,溪口县人民政府统筹推进。" + FILLER, "910121"),
        ("临江市和风区人民政府2021年法治政府建设情况报告\n临江市高度重视。" + FILLER, None),
        ("临江市公安局2021年法治政府建设情况报告\n临江市公安局认真履职,临江市的治安良好。" + FILLER, None),
        ("明亮县2021年年鉴\n明亮县推进工作,临江市支持。" + FILLER + "明亮县" * 5, None),
        ("临江大学、临江路、《临江日报》、临江大学、临江路," + FILLER, None),
        ("溪口县工作突出。溪口县表现好。溪口县获奖。滨海市工作突出。滨海市表现好。滨海市获奖。" + FILLER, None),
        ("福安市钟楼区2021年法治政府建设情况报告\n福安市钟楼区坚持依法行政。临江市前来学习。" + FILLER, None),
    ],
)
def test_a_locality_needs_a_name_of_its_own(text, code):
    """Not 我市, not a superior government, not a law's title, not a namesake without its city."""
    assert code == read(text).locality_code


def test_a_township_needs_its_county():
    """Townships of one name exist in many counties; the one whose county is named is meant, though it is named less."""
    text = (
        "2022年,白石乡人民政府落实《溪口县要点》,按照溪口县部署,我乡" + FILLER + "\n中共白石乡委员会\n白石乡人民政府\n"
    )

    assert None is read(text).locality_code
    assert "910121-baishi" == read(text + "溪口县有关部门给予指导。" + text).locality_code


def test_a_short_name_that_is_a_word_counts_little_but_adds_up():
    """明亮 may be an adjective; said often, by a district in its city, it is the district."""
    once = "临江市的发展前景明亮,我区" + FILLER
    often = "各位代表:现在,我代表区人民政府向大会作报告。" + "明亮的发展,明亮经济,明亮民生,在临江市名列前茅。" * 10

    assert None is read(once).locality_code
    assert "910103" == read(often).locality_code


def test_a_speaker_of_another_type_outweighs_the_frequent_name():
    """我代表区人民政府: the city named beside the district, though more often, does not speak."""
    text = "各位代表:我代表明亮区人民政府向大会作报告。" + "临江市支持我区。临江市重视。明亮区发展。" * 6

    assert "910103" == read(text).locality_code


@pytest.mark.parametrize(
    ("title", "first", "year"),
    [
        ("溪口县2022年法治政府建设情况", FILLER, 2022),
        ("溪口县2022年度法治政府建设工作总结", "2022年以来," + FILLER * 3, 2022),
        ("溪口县2022年法治政府建设情况", "2021年," + FILLER * 3, None),
        ("溪口县2021-2022年法治政府建设情况", FILLER, None),
        ("溪口县法治政府建设情况", "2022年,溪口县" + FILLER * 3, 2022),
        ("溪口县法治政府建设情况", "现将我县2022年度法治政府建设情况报告如下:", 2022),
        ("溪口县法治政府建设情况", "落实《2021年要点》,现将我县2022年情况报告如下:", 2022),
        ("溪口县法治政府建设情况", FILLER + "2019年开展检查。", None),
        ("溪口县法治政府建设情况", FILLER + "\n二、2022年工作不足\n" + FILLER + "\n三、2023年工作打算", 2022),
        ("溪口县法治政府建设情况", FILLER + "\n二、2023年法治政府建设工作计划\n" + FILLER, 2022),
        ("2025年溪口县政府工作报告", FILLER, 2024),
        ("2025年溪口县政府工作报告", "一、2024年工作回顾\n" + FILLER + "\n二、2025年工作安排", 2024),
        ("2025年溪口县政府工作报告", "一、2022年工作回顾\n" + FILLER, None),
        ("溪口县政府工作报告", "一、2021年以来工作回顾\n" + FILLER, 2021),
        ("溪口县政府工作报告", "“十三五”时期成绩及2020年工作回顾\n" + FILLER + "\n2021年工作安排", 2020),
        ("溪口县政府工作报告", FILLER + "\n二、2023年工作安排\n" + FILLER, 2022),
        ("溪口县政府工作报告", FILLER, None),
    ],
)
def test_the_year(title, first, year):
    """Title and opening must not differ; a work report looks back on the year before the one in its title."""
    assert year == read(f"{title}\n{first}\n{FILLER}").year


@pytest.mark.parametrize(
    ("extra", "end", "basis"),
    [
        ("", date(2021, 12, 31), "stated"),
        ("溪口县人民政府\n2021年11月25日", date(2021, 11, 25), "stated"),
        ("溪口县人民政府\n二〇二一年十一月二十五日", date(2021, 11, 25), "stated"),
        ("溪口县人民政府 2021年11月25日", date(2021, 11, 25), "stated"),
        ("溪口县人民政府\n2022年1月20日", date(2021, 12, 31), "stated"),
        ("截止目前办理案件12件。截至2021年11月30日,办理20件。", date(2021, 11, 30), "inferred"),
        ("截至目前办理案件12件。截止到11月,办理20件。截至10月18日办理5件。", date(2021, 11, 30), "inferred"),
        ("截至目前办理案件12件。截至年底,办理20件。截至10月18日办理5件。", date(2021, 12, 31), "inferred"),
        ("截至11月30日办理20件。", date(2021, 12, 31), "stated"),
        ("截至目前办理案件12件。截至6月30日办理20件。", date(2021, 12, 31), "stated"),
        ("截至目前办理案件12件。截至2020年11月30日办理20件。", date(2021, 12, 31), "stated"),
        ("溪口县人民政府\n2021年13月45日", date(2021, 12, 31), "stated"),
    ],
)
def test_the_period_ends_when_the_report_was_written(extra, end, basis):
    """Signed before the year was over, or with figures "up to now" and a day late in the year."""
    found = read(annual(end=extra))

    assert (date(2021, 1, 1), end, basis) == (found.period_start, found.period_end, found.period_basis)


@pytest.mark.parametrize(
    ("title", "period"),
    [
        ("溪口县2022年上半年法治政府建设情况报告", (date(2022, 1, 1), date(2022, 6, 30))),
        ("溪口县2022年前三季度法治政府建设情况报告", (date(2022, 1, 1), date(2022, 9, 30))),
        ("溪口县2022年第四季度法治政府建设情况报告", (date(2022, 10, 1), date(2022, 12, 31))),
        ("溪口县2021-2022年法治政府建设情况报告", (date(2021, 1, 1), date(2022, 12, 31))),
        ("溪口县法治政府建设情况报告", (None, None)),
    ],
)
def test_the_title_names_a_part_of_a_year_or_several(title, period):
    found = read(f"{title}\n{FILLER}")

    assert period == (found.period_start, found.period_end)


def test_an_article_since_a_year_runs_to_its_day():
    """2020年以来 begins the period; without a date of publication it stays open, and no year is claimed."""
    text = "本报记者 甲乙\n2020年以来,临江市推进法治政府建设。" + FILLER
    dated = "临江法治政府建设见成效\n(2022-07-01) 来源:云岭日报要闻\n" + text

    assert (date(2020, 1, 1), None, None) == (read(text).period_start, read(text).period_end, read(text).year)
    found = read(dated)
    assert (date(2020, 1, 1), date(2022, 7, 1)) == (found.period_start, found.period_end)
    assert ("article", "云岭日报", "临江法治政府建设见成效") == (found.kind, found.publisher, found.title)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("各位代表:现在,我向大会作报告。" + FILLER, "work_report"),
        ("本报讯 (记者 甲乙)" + FILLER, "article"),
        ("溪口县委副书记、县长 王小明\n" + FILLER, "article"),
        (FILLER + "\n编辑:某某\n校对:某某", "article"),
        ("现将我县法治政府建设情况报告如下:" + FILLER, "annual_report"),
        ("一、法治政府建设情况\n" + FILLER + "\n二、存在问题\n" + FILLER, "annual_report"),
        ("溪口县2022年法治政府建设情况\n" + FILLER + "\n编辑:某某", "annual_report"),
        ("溪口县2022年法治政府建设工作要点\n" + FILLER, None),
        ("各位代表:我作报告。本报记者" + FILLER, None),
        ("一、法治政府建设情况\n" + FILLER, None),
        ("读《政府工作报告》有感\n" + FILLER, None),
    ],
)
def test_the_kind(text, kind):
    """The title first, then the opening, then weak marks; two kinds at one rank are none."""
    assert kind == read(text).kind


@pytest.mark.parametrize(
    ("text", "publisher"),
    [
        ("各位代表:我代表溪口县人民政府向大会作报告。" + FILLER, "溪口县人民政府"),
        ("各位代表:我代表县人民政府作报告。" + "溪口县发展。我县前进。溪口县好。" * 3, "溪口县人民政府"),
        ("各位代表:我代表区人民政府作报告。" + "溪口县发展。溪口县好。" * 3, None),
        (annual(end="中共溪口县委员会\n溪口县人民政府\n2022年1月3日"), "溪口县人民政府"),
        ("现将法治政府建设情况报告如下:" + FILLER + "\n溪口县司法局\n2022年1月3日", "溪口县司法局"),
        ("本报记者 甲乙 " + FILLER, None),
    ],
)
def test_the_publisher(text, publisher):
    """Who signs, reports or prints; of a committee and a government that sign together, the government."""
    assert publisher == read(text).publisher


def test_a_date_before_its_year_is_another_documents():
    """The last line may quote when a law was made."""
    assert None is read(annual(year=2021, end="2019年3月1日")).published_on


def test_a_pages_own_date_counts_where_the_text_has_none():
    assert date(2022, 3, 1) == read(annual(), published=date(2022, 3, 1)).published_on
    signed = annual(end="溪口县人民政府\n2022年1月5日")
    assert date(2022, 1, 5) == read(signed, published=date(2022, 3, 1)).published_on


def test_a_title_of_two_lines_is_joined_and_a_files_name_can_be_one():
    text = "溪口县2021年法治政府建设\n工作情况\n" + FILLER
    found = read(FILLER, name="溪口县2021年法治政府建设情况报告")

    assert "溪口县2021年法治政府建设工作情况" == read(text).title
    assert (2021, "910121", "annual_report") == (found.year, found.locality_code, found.kind)
    assert "title" not in found.evidence


def test_a_long_hostile_text_ends_and_tells_nothing():
    """One line of two megabytes made of what the patterns begin with."""
    pieces = ("截至", "2022年", "代表", "《", "现将", "来源:", "溪口县", "在", "(")
    found = [read(piece * (2_000_000 // len(piece))) for piece in pieces]

    assert {None} == {each.published_on for each in found}
