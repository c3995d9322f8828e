"""The rule about `г.` behind a year in Russian: a verb before it and a subject with its own verb behind it are two sentences."""

from corpus.segmentation.rule import Rule, ends
from corpus.segmentation.words import SPACE

_SMALL = "[а-яё]"
_PAST = f"{_SMALL}{{2,14}}(?:л|ла|ло|ли)(?:с[ья])?"
_PASSIVE = f"{_SMALL}{{2,14}}(?:[аея]н|ён|[аея]н[аоы]|[яы]т|[яы]т[аоы])"
_PRESENT = f"{_SMALL}{{2,14}}(?:[уаяею]ет|[юя]т|[еи]тся|[юуая]тся)"
_NOT_THE_AGENT = "(?![А-ЯЁ][а-яё]*(?:[оеыи]м|[оеё]й|[ая]ми|ью|[ое]го|[ое]му|[ыи]х)[^а-яё])"
"""`подписан в 2020 г. Президентом`, `издан в 2005 г. Институтом языкознания`: by whom."""

YEAR_RULE: Rule = ends(
    "year behind a verb, ru",
    f"(?:^|[ «(])(?:{_PAST}|{_PASSIVE}) [^,.!?:;]{{0,36}}\\d{{4}}{SPACE}гг?\\.",
    f"{SPACE}+{_NOT_THE_AGENT}[А-ЯЁ][а-яё]+{SPACE}(?:[^.!?]{{0,70}}{SPACE})?(?:{_PAST}|{_PASSIVE}|{_PRESENT})(?![а-яё])",
    "Завод построен в 1950 г. ¦ Коллектив принял решение о расширении.",
    languages=("ru",),
    reach=76,
)
