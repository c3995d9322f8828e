"""The rules about stops inside quotation marks; straight marks close behind a word and open before one."""

from corpus.segmentation.rule import Rule, goes_on
from corpus.segmentation.words import LETTER, LOWER, SPACE, STOP, UPPER

_OPENED = '(?:^|[ \\u00A0(«“\\[])"(?! )'
"""A straight mark that opens a quotation: `Ол "Алға` and not `5" құбыр`."""

_CLOSED = f'[^" ]"(?![{LETTER}\\d])'

_NAME_GOES_ON = f"{SPACE}(?:[{UPPER}]{{2,6}}\\b|[{LOWER}])"

QUOTATION_RULES: tuple[Rule, ...] = (
    goes_on(
        "short name in quotation marks",
        "«[^«» ]{1,20}[.!?…]{1,3}»",
        _NAME_GOES_ON,
        "Сол жылы «Алға!» · ХП құрылды.",
    ),
    goes_on(
        "short name in straight quotation marks",
        f'{_OPENED}[^" ]{{1,20}}[.!?…]{{1,3}}"',
        _NAME_GOES_ON,
        'Сол жылы "Алға!" · ХП құрылды.',
    ),
    goes_on(
        "quotation that began small",
        f"«[{LOWER}][^«»]{{0,80}}[.!?…]{{1,3}}»",
        f"{SPACE}[{UPPER}]",
        "Ол «бірлікке шақырамыз!» · ЖСДП ұранын айтты.",
        reach=90,
    ),
    goes_on(
        "quotation that began small, straight",
        f'{_OPENED}[{LOWER}][^"]{{0,80}}[.!?…]{{1,3}}"',
        f"{SPACE}[{UPPER}]",
        'Ол "бірлікке шақырамыз!" · ЖСДП ұранын айтты.',
        reach=90,
    ),
    goes_on("reference behind a quotation", f'{STOP}[»”"]', f"{SPACE}\\(", "«Тіл – қару …» · (3-бап)"),
    goes_on(
        "inside a short quotation",
        "«(?![ ,;:])[^«»]{0,40}[.!?…]",  # `»Nein«, sagte er. ¦ »Nie.«`: German marks stand the other way round
        f"{SPACE}[^«»]{{0,45}}»",
        "«Сенім. · Дәстүр. · Ашықтық» ұраны",
        reach=44,
    ),
    goes_on(
        "inside a short quotation, curly",
        "“[^“”]{0,40}[.!?…]",
        f"{SPACE}[^“”]{{0,45}}”",
        "The “Trust. · Order. · Work” campaign",
        reach=44,
    ),
    goes_on(
        "inside a short quotation, straight",
        f'{_OPENED}[^"]{{0,40}}[.!?…]',
        f'{SPACE}[^"]{{0,44}}{_CLOSED}',
        '"Сенім. · Дәстүр. · Ашықтық" ұраны',
        reach=46,
    ),
)
