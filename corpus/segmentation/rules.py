"""The ordered rules that decide about every place where a sentence might end; the first that matches decides."""

from corpus.markup.raised import RAISED
from corpus.numbered_titles import TITLE_AFTER, TITLE_BEFORE
from corpus.segmentation.abbreviations import Ending
from corpus.segmentation.quotations import QUOTATION_RULES
from corpus.segmentation.rule import Rule, ends, goes_on
from corpus.segmentation.words import (
    ANY_OPENING,
    CLOSING,
    LETTER,
    LOWER,
    RAISED_MARK,
    SMALL_INITIALS,
    SPACE,
    STOP,
    UPPER,
    WIDE_CLOSING,
    WIDE_COMMAS,
    WIDE_END,
    WIDE_STOPS,
    abbreviated,
    opener,
)
from corpus.segmentation.years import YEAR_RULE

_MARK = r"\[\d[\d,;.–— -]{0,16}\]"
_END = f"{STOP}{CLOSING}{{0,3}}(?:{RAISED_MARK}|{SPACE}?{_MARK}\\.?)?"
_BEGINNING = f"{SPACE}+(?:[–—-]{SPACE})?{ANY_OPENING}{{0,2}}(?:\\.\\.\\.|…)?{SPACE}?[{UPPER}\\d№•–—]"
_START = f"(?:^|[.!?…:;»]{SPACE}){ANY_OPENING}?"
_LETTER_MARK = f"[{LOWER}]\\){SPACE}"
_PART = "(?:[.-]\\d{1,3})?"
_ROMAN = "[IVXLІХ]{1,6}"
_MONTHS = (
    "қаң|ақп|нау|сәу|мам|мау|шіл|там|қыр|қаз|қар|жел|янв|февр|фев|мар|апр|авг|сент|сен|окт|нояб|ноя|дек"
    "|Jan|Feb|Mar|Apr|Aug|Sept|Oct|Nov|Dec"
)
"""Behind a number only: `там`, `қар` and `Mar` are words of their own."""

_INITIAL = f"(?:[{UPPER}]|Дж|Дз|Ю|Ch|Sh|Zh|Yu|Ya|Ye|Kh|Th|Ph)"
_BEFORE_INITIAL = f'(?:^\\d{{0,2}}|[ \\u00A0(«“"\\[.{RAISED}-])'
"""A number stands before an affiliation: `¹Ш. Есенов атындағы университет`, `1Ш. Есенов`."""


def _ending_rules(language: str, ended: str, closed: str) -> tuple[Rule, ...]:
    """An abbreviation of the language's list that ends a sentence; each rule comes with its example."""
    may_end = abbreviated(language, Ending.MAY, Ending.BEFORE_CAPITAL)
    closing, of = abbreviated(language, Ending.BEFORE_CAPITAL), (language,)
    return (
        ends(f"opener behind an abbreviation, {language}", may_end, opener(language), ended, languages=of),
        ends(f"open list closed, {language}", closing, f"{SPACE}+{ANY_OPENING}?[{UPPER}]", closed, languages=of),
    )


def _abbreviation_rule(language: str, inside: str) -> Rule:
    """Any other place behind an abbreviation of the language's list."""
    every = abbreviated(language, Ending.NEVER, Ending.MAY, Ending.BEFORE_CAPITAL)
    return goes_on(f"abbreviation, {language}", every, SPACE, inside, languages=(language,))


def _number_rule(language: str, example: str) -> Rule:
    """A number that belongs to an abbreviation is no list mark."""
    numbered = abbreviated(language, Ending.NEVER, Ending.BEFORE_NUMBER)
    after = f"{SPACE}+{ANY_OPENING}?[{UPPER}]"
    return ends(
        f"number of an abbreviation, {language}", f"{numbered}{SPACE}\\d{{1,4}}\\.", after, example, languages=(language,)
    )


RULES: tuple[Rule, ...] = (
    goes_on("note mark follows", f"{STOP}{CLOSING}{{0,3}}", f"{SPACE}?{_MARK}", "Ол келді. · [12]. ¦ Кейін кетті."),
    goes_on(
        "ellipsis opens a quotation",
        f"{ANY_OPENING} ?(?:\\.\\.\\.|…)",
        "",
        "Ол «... · Назарға алу керек, бұл іс бәрімізге ортақ әрі маңызды» деді.",
    ),
    ends(
        "full-width stop",
        WIDE_END,
        f"[^{WIDE_STOPS}{WIDE_CLOSING}{WIDE_COMMAS}]",
        "他来了。¦我们走吧。",
    ),
    goes_on("no space follows", "", "[^ \\u00A0\\t\\n]", "www.example.kz"),
    goes_on("punctuation follows", _END, f"{SPACE}+[,;:)\\]%]", "Бүгін демалыс! · )", reach=32),
    goes_on(
        "small letter follows",
        _END,
        f"{SPACE}+(?!{_LETTER_MARK})(?:[–—-]{SPACE})?{ANY_OPENING}{{0,2}}(?:\\.\\.\\.|…)?[{LOWER}]",
        "– Келдің бе? · – деді ол.",
        reach=32,
    ),
    _number_rule("kk", "Ол Абай көш. 4. ¦ Үйі сонда."),
    _number_rule("ru", "Музей на ул. Абая, д. 4. ¦ Вход свободный."),
    _number_rule("en", "It was signed on Jan. 5. ¦ The minister was absent."),
    goes_on(
        "list mark stands alone",
        f"{_START}\\(?(?:\\d{{1,3}}{_PART}{_PART}{_PART}|{_ROMAN}|[{LETTER}])\\.",
        SPACE,
        "3. · Есеп берілсін.",
    ),
    goes_on(
        "numbered title",
        f"{_START}(?:(?:\\d{{1,3}}(?:-\\d{{1,2}})?|{_ROMAN}) ?[–-] ?(?:{TITLE_AFTER})"
        f"|(?:{TITLE_BEFORE}) (?:[\\d.-]{{1,8}}|{_ROMAN}))\\.",
        SPACE,
        "2-тарау. · Кітап қоры",
    ),
    ends("degrees", f"\\d{SPACE}?°{SPACE}?[CСF]\\.", _BEGINNING, "Хранить при 25 °С. ¦ Беречь от детей."),
    ends(
        "measure",
        f"\\d{SPACE}?(?:[кмс]м|мкм|кг|мг|мл|[кМ]Вт)\\.",
        f"(?!{SPACE}+(?:Прил|Табл|Рис)){_BEGINNING}",
        "Вода поднялась на 38 см. ¦ Причина – раннее таяние.",
    ),
    goes_on("month cut short", f"\\d{SPACE}(?:{_MONTHS})\\.", SPACE, "2023 ж. 1 қаз. · № 7 қаулы"),
    *_ending_rules("kk", "Мектеп 1998 ж. ¦ Ол сонда оқыды.", "Алма, өрік және т.б. ¦ Бақта бәрі бар."),
    *_ending_rules("ru", "Посевы – 12 тыс. га. ¦ Из них орошают три.", "Яблоки, груши и т.д. ¦ Всё росло."),
    *_ending_rules("en", "It left at 5 p.m. ¦ The hall was empty.", "Pears, plums, etc. ¦ Everything grew."),
    _abbreviation_rule("kk", "Құны 5 млн. · АҚШ доллары."),
    YEAR_RULE,
    _abbreviation_rule("ru", "Музей на ул. · Абая."),
    _abbreviation_rule("en", "Then Mr. · Brown spoke."),
    ends("opener behind small initials, kk", SMALL_INITIALS, opener("kk"), "Омаров – т.ғ.к. ¦ Ол тарихшы.", languages=("kk",)),
    ends("opener behind small initials, ru", SMALL_INITIALS, opener("ru"), "Омаров – к.т.н. ¦ Он инженер.", languages=("ru",)),
    goes_on("small initials", SMALL_INITIALS, SPACE, "Бұйрыққа министрдің м.а. · Сапаров қол қойды.", languages=("kk", "ru")),
    goes_on(
        "number behind No., Art.",
        abbreviated("en", Ending.BEFORE_NUMBER),
        f"{SPACE}\\d",
        "It is Order No. · 118 of May.",
        languages=("en",),
    ),
    ends(
        "opener behind initials, kk",
        f"\\.{SPACE}?{_INITIAL}\\.",
        opener("kk"),
        "Кітапты жазған Омаров С.Қ. ¦ Ол тарихшы.",
        languages=("kk",),
    ),
    ends(
        "opener behind initials, ru",
        f"\\.{SPACE}?{_INITIAL}\\.",
        opener("ru"),
        "Книгу написал Омаров С.К. ¦ Он историк.",
        languages=("ru",),
    ),
    ends(
        "opener behind a letter, en",
        f"{_BEFORE_INITIAL}[A-Z]\\.",
        opener("en"),
        "Fruit gives us vitamin C. ¦ The body needs it.",
        languages=("en",),
    ),
    goes_on(
        "page or volume of a reference",
        "[ –—](?:Б|С|Т|P|Pp|Vol|Вып|Шығ|No)\\.",
        f"{SPACE}\\d",
        "Мектеп. – 2019. – Б. · 14-19.",
    ),
    goes_on(
        "area of a reference",
        f"[{LETTER}\\d)\\]]\\.",
        f"{SPACE}[–—]{SPACE}(?:[{UPPER}][{LETTER}. -]{{1,24}}[:,]|\\d|№|[БСТP]{{1,2}}p?\\.{SPACE}|(?:Vol|No|Вып|Т)\\.)",
        "Кеше және бүгін. · – Алматы: Білім, 2015. · – 212 б.",
    ),
    goes_on("initial", f"{_BEFORE_INITIAL}{_INITIAL}\\.", f"{SPACE}+{ANY_OPENING}?[{UPPER}]", "Оны Н.Ә. · Омаров жазды."),
    *QUOTATION_RULES,
    goes_on(
        "inside brackets",
        "\\([^()]{0,150}[.!?…][»”\"']?",
        f"{SPACE}[^()]{{0,150}}\\)",
        "Ол (1940 жылы туған. · Ақын) сол жерде.",
        reach=156,
    ),
    ends(
        "list mark follows",
        f"{STOP}{CLOSING}{{0,2}}",
        f"{SPACE}+(?:\\d{{1,2}}|[{LOWER}])\\){SPACE}",
        "Есеп берсін. ¦ ә) тізім жасасын.",
    ),
    ends("stop before a beginning", _END, _BEGINNING, "Мектеп ашылды. ¦ 2016 жылы жөнделді.", reach=32),
)
"""Reasons stand in the examples: `¦` a sentence ends, `·` none does. Colon and semicolon never divide."""
