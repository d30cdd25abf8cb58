"""Whose figure it is: "全省受理…" in a county's report is the province's, "某某街道调解…" is a part's.

Only a subject right before the wording counts; without one the figure is the reporting government's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

KINDS = "省|市|区|县|旗|州|盟|镇|乡|街道"
OURS = re.compile(rf"[我本]({KINDS})")
# The groups of groups.csv: what follows a government in a title, what parts a whole from its figure.
TITLE_GROUP, WHOLE_GROUP = "标题后", "主体前"
# A government of the level of a province whose own whole is 全区.
REGION = "自治区"
TITLE_REACH = 120
# A subject and what may part it from the wording are shorter than this.
SUBJECT_REACH = 60
WHOLES = re.compile(rf"全({KINDS})")
# What ends the figures of a place: the whole again.
WHOLE_AGAIN = re.compile(rf"[,;](?:全|我|本)(?:{KINDS})")
OTHERS = re.compile(rf"全(国|{KINDS})")
NAMED = re.compile(
    r"(?:^|[,;。、:(]|其中)(?P<name>[“”\u4e00-\u9fff]{1,10}?[\u4e00-\u9fff](?:市|县|镇|乡|街道|社区|村|工作室|调解室))"
    r"[共累计年新自行]{0,4}$"
)
# 其中:城关镇受理32件,办结30件;河东乡…: a place that begins an item of a list, whose figures are all of its clauses.
ITEM_OF_PLACE = re.compile(
    r"(?P<before>^|其中[::,]?)(?P<name>[\u4e00-\u9fff]{1,7}?(?:市|县|区|旗|镇|乡|街道|社区|村))(?:(?:人民)?政府)?(?:[共累计年新自行均已]|分别)*"
    r"(?!调解?[委组])(?=[受办收审调开组化完新接处立排查承][理结到案解展织成增收件查办])"
)
# Bodies of another level, or some of many, are a part: 区县政府共收到…, 省直部门收到…, 13个市州新收…, 等9个县收到….
MANY = "市州|州市|地市|设区市|县区|区县|市县|县市区|[市州盟区县旗镇乡]|街道|乡镇|镇街|部门|单位"
LOWER = (
    r"(?:全年|今年|各){0,2}(?:[\u4e00-\u9fff]{0,12}等|[\u4e00-\u9fff]{0,6}的)?"
    rf"(?:[0-9]{{1,3}}个(?:{MANY})|(?:区县|县区|市州|县市区|县级|区级|乡镇|镇街)(?=[政机部委])|[省市区县州旗盟](?:直|政府(?=部门|委办局)))"
    r"(?:级?(?:人民)?政府)?(?:部门|各部门|委办局|各?单位|机关|本级)*[共累计年新均各]{0,4}"
)
TAKEN_IN = "(?:收到|新收|受理|接收|收|审查|审核|办理|开展|组织)"
# One look for these spares the patterns for most links.
LOWER_HINT = re.compile("个|区县|县区|市州|县市区|[县区]级|乡镇|镇街|直|部门|委办局")
LOWER_BEFORE = re.compile(rf"(?:^|[,;。:()]|其中){LOWER}{TAKEN_IN}?$")
# 省直部门收到申请376件,受理250件: what follows without a subject of its own is theirs too.
LOWER_RUN = re.compile(rf"(?:^|[,;。:()]|其中){LOWER}{TAKEN_IN}[^;。:]{{0,40}},$")
GOES_ON = re.compile("[已共均]?(?:受理|审结|办结|结案|答复|化解|维持|撤销|驳回|纠错|调解)")
LOWER_CLAUSE = re.compile(rf"(?:\([0-9]+\))?(?:其中)?{LOWER}{TAKEN_IN}")
# Verbs show that the words are no name ("认真办理县人大代表建议"), collectives that it is everybody.
COLLECTIVE = re.compile(r"[全各本我等向对由在办理收受到的提报了为经含及和与]|指导|区市|市县|镇村|乡镇|村社|基层")


@dataclass(frozen=True)
class Subjects:
    """Patterns that need the groups of groups.csv.

    titled: whose report a title says it is (清河县2022年…, 清河县司法局2022年…, 清河县人民政府关于…).
    whole: a whole that is the subject; it begins its clause, and only adverbs may part it from the wording.
    """

    titled: re.Pattern[str]
    whole: re.Pattern[str]

    @staticmethod
    def of(groups: Mapping[str, Sequence[str]]) -> Subjects:
        """The patterns with the words of these groups."""
        behind_title, before = ("|".join(map(re.escape, groups.get(name, ()))) for name in (TITLE_GROUP, WHOLE_GROUP))
        return Subjects(
            re.compile(
                rf"(?:^|[\n《关于])(?P<name>[\u4e00-\u9fff]{{1,8}}?(?P<kind>{KINDS}))(?!场)(?:人民政府|办事处|[\u4e00-\u9fff]{{1,12}}[局委会厅])?"
                rf"\n?(?:20\d\d|关于20|{behind_title or '(?!)'})"
            ),
            re.compile(rf"(?:^|[,;。、:(]|同期|其中)全(国|{KINDS})(?:[共累计年新各级]{{0,4}}|{before or '(?!)'})$"),
        )


@dataclass(frozen=True)
class Teller:
    """Whose report it is: the kind of its government, and its name as the title has it; "" for what does not show."""

    kind: str
    name: str = ""

    def is_meant_by(self, name: str) -> bool:
        """Whether a name in the text is its own: 民意乡 in the report of 五常市民意乡."""
        own = self.name
        return bool(own) and bool(self.kind) and name.endswith(self.kind) and (own.endswith(name) or name.endswith(own))


def teller_of(name: str, text: str, subjects: Subjects) -> Teller:
    """Who tells. name: of the locality, "" where unknown; then the title decides, then what the text says of itself."""
    if name:
        return Teller(kind_of(name), name)
    titled = subjects.titled.search(text[:TITLE_REACH])
    return Teller(titled["kind"], titled["name"]) if titled else Teller(spoken_kind(text))


def kind_of(name: str) -> str:
    """The kind of government that a place of this name has."""
    if name.endswith(REGION):
        return REGION
    return next((kind for kind in KINDS.split("|") if name.endswith(kind)), "")


def spoken_kind(text: str) -> str:
    """The kind that a text says of itself: 我县 before 全县, because a district also writes much of 全市."""
    for said in (OURS, WHOLES):
        counted = Counter(said.findall(text))
        if counted:
            return str(counted.most_common(1)[0][0])
    return ""


def is_foreign(before: str, clause: str, own: Teller, subjects: Subjects) -> bool:
    """Whether the figure is somebody else's.

    before: the sentence up to the wording; clause: the clause that the number stands in. A whole that is not ours
    (全省, 全国) or a named part (某某街道) right before either of them is its subject.
    """
    near = max(0, len(before) - SUBJECT_REACH)
    whole = subjects.whole.search(before, near) or OTHERS.match(clause)
    if whole is not None:
        return own.kind != "" and whole[1] != own.kind.removeprefix("自治")
    if is_lower(before, clause, near):
        return True
    named = NAMED.search(before, near)
    return named is not None and COLLECTIVE.search(named.group()) is None and not own.is_meant_by(named["name"])


def places_item(text: str, before: str, own: Teller) -> tuple[int, int]:
    """From where to where of a sentence the figures are those of a place in a list, not the whole's; (0, 0) for none.

    before: what stands before the sentence. The place begins the sentence behind a semicolon, or stands behind 其中.
    """
    for found in ITEM_OF_PLACE.finditer(text):
        listed = found["before"] or before.endswith((";", ":"))
        if listed and not COLLECTIVE.search(found["name"]) and not own.is_meant_by(found["name"]):
            whole = WHOLE_AGAIN.search(text, found.end())
            return found.start("name"), whole.start() if whole else len(text)
    return 0, 0


def is_lower(before: str, clause: str, near: int) -> bool:
    """Whether bodies of another level, or some of many, are the subject: of the wording, its clause, or one before."""
    if LOWER_HINT.search(before, near) is None and LOWER_HINT.search(clause) is None:
        return False
    if LOWER_BEFORE.search(before, near) or LOWER_CLAUSE.match(clause):
        return True
    return GOES_ON.match(clause) is not None and LOWER_RUN.search(before, near) is not None
