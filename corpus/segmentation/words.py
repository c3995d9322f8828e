"""Words that open sentences, written as patterns that Python and Java both understand."""

from corpus import alphabets
from corpus.alphabets import CYRILLIC_LOWER, CYRILLIC_UPPER
from corpus.markup.raised import RAISED
from corpus.segmentation.abbreviations import Ending, abbreviations

UPPER = f"{alphabets.UPPER}À-ÖØ-Þ"
LOWER = f"{alphabets.LOWER}ß-öø-ÿ"
LETTER = UPPER + LOWER
_SMALL = f"[{CYRILLIC_LOWER}]"
STOP = "[.!?…]"
CLOSING = "[»”“’\"')\\]]"
ANY_OPENING = "[«“„‘\"'(\\[]"
SPACE = "[ \\u00A0\\t\\n]"
RAISED_MARK = f"[{RAISED}](?:[{RAISED},⁻–]{{0,5}}[{RAISED}])?\\)?"
"""A note mark that stands raised right behind a stop: `.¹`, `.²,³`, `.⁴⁻⁶`."""

WIDE_STOPS, WIDE_COMMAS, WIDE_CLOSING = "。\\uFF01\\uFF1F", "、\\uFF0C\\uFF1A\\uFF1B", "」』”’》〉\\uFF09"
"""What ends a Chinese or Japanese sentence (stop, ! and ?), what does not (commas, : and ;), what closes quotations."""

WIDE_END = f"[{WIDE_STOPS}]{{1,3}}[{WIDE_CLOSING}]{{0,2}}"
"""The end of a Chinese or Japanese sentence, behind which no space stands."""

OPENERS = {
    "kk": (
        "Ол|Олар|Олардың|Оның|Оны|Оған|Онда|Бұл|Бұлар|Бұның|Сол|Осы|Осылай|Осылайша|Осыған|Осындай|Мұндай|Мұнда|Мұның|Біз|Біздің|Мен"
        "|Менің|Сіз|Сіздің|Сондықтан|Сонымен|Сондай|Сонда|Содан|Алайда|Бірақ|Ал|Және|Егер|Кейін|Соңғы|Бүгінде|Бүгін|Қазір|Себебі"
        "|Өйткені|Дегенмен|Яғни|Мысалы|Демек|Тіпті|Жалпы|Енді|Кейбір|Барлық|Әр|Әрбір|Ең|Одан|Осыдан|Аталған|Сөйтіп|Әйтпесе|Рас|Шынында"
        "|Мақалада|Зерттеу|Нәтижесінде|Нәтижелер|Автор|Авторлар|Осылардың|Сонан|Тек|Міне|Әсіресе|Біріншіден|Екіншіден|Үшіншіден"
    ),
    "ru": (
        "Он|Она|Оно|Они|Это|Этот|Эта|Эти|В|На|С|По|Для|При|К|Из|От|До|За|Под|Но|А|И|Однако|Поэтому|Также|Так|Кроме|После|Если|Как|Когда"
        "|Где|Там|Затем|Тогда|Его|Её|Ее|Их|Мы|Вы|Я|Все|Всего|Среди|Между|Без|У|О|Об|Во|Со|Уже|Ещё|Еще|Только|Именно|Тем|Не|Что|Кто|Наш"
        "|Установлено|Показано|Выявлено|Рассмотрены|Приведены|Результаты|Исследование|Автор|Авторы|Цель|Данная|Данное|Данный|Итак|Во-первых"
        "|Во-вторых|Например|Особенно|Сегодня|Сейчас|Теперь|Здесь|Вместе|Кстати|Впрочем|Оба|Ни|То|Та|Те"
    ),
    "en": (
        "The|This|That|These|Those|It|He|She|They|We|You|In|On|At|By|From|For|With|But|And|However|Its|His|Her|Their|There|Then|After"
        "|Before|When|While|If|As|Since|According|To|Our|My|What|Who|Where|Not|Only|Nobody|All|Some|Many|Most"
    ),
}
"""Words that stand inside a sentence in small letters only: behind a stop, their capital shows a new sentence."""


def opener(language: str) -> str:
    """White space, then an opener of the language as a whole word; `В.` is an initial and none."""
    return f'{SPACE}+[«“"(]?(?:{OPENERS[language]})(?=[ ,\\u00A0-])'


def abbreviated(language: str, *endings: Ending) -> str:
    """Any abbreviation of the list with one of these endings, its first letter small or capital, and its stop."""
    found = sorted((entry.text for entry in abbreviations(language) if entry.ending in endings), key=len, reverse=True)
    return f"(?:^|[^{LETTER}\\d.-]|[\\d][ \\u00A0]?)(?:{'|'.join(_either_case(text) for text in found)})\\."


SMALL_INITIALS = (
    f"(?:^|[^{LETTER}\\d.-]|\\d[ \\u00A0]?)"
    f"(?:(?:{_SMALL}{{1,5}}|[{CYRILLIC_UPPER}]{_SMALL}{{0,4}})\\.-?(?:{_SMALL}{{1,2}}\\.-?){{0,2}}{_SMALL}\\."
    f"|[{CYRILLIC_UPPER}{CYRILLIC_LOWER}]\\. (?:{_SMALL}\\. ?){{0,2}}{_SMALL}\\.)"
)
"""First letters of words, small, each with its stop, for an office, a degree, an era: `м.а.`, `вр.и.о.`, `ф.-м.ғ.к.`, `и. о.`."""


def _either_case(text: str) -> str:
    first = text[0]
    head = f"[{first.upper()}{first.lower()}]" if first.islower() else first
    return head + text[1:].replace(".", "\\.").replace(" ", "[ \\u00A0]")
