"""How much of a text the built-in lexicon knows: content words covered by stem, and the frequent words it lacks.

usage: python benchmarks/lexicon.py GOLD.jsonl [--missing 200 --language kk]
GOLD.jsonl holds trilingual documents; a plain text file is read as one document of `--language`. Content words are all
words but function words (the lists below), numbers, and names: words that begin with a capital inside a sentence and
never stand without one.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from aligner.lexicon import builtin_lexicon
from aligner.words import fold, stem, token_spans

FUNCTION_WORDS = {
    "kk": """
        және мен бен пен немесе не я ал бірақ алайда дегенмен сондай ақ да де та те ғана тек қана бұл осы сол ол мынау
        анау мына ана мұндай осындай мынадай оның олар олардың оны оған онда одан осыны соны соған сонда бұған бұны
        мұны мұнда бұдан осыған осында содан осыдан біз бізді бізге біздің бізде мені маған менің менде сен сіз сізді
        сізге сіздің өз өзі өзін өзінің өзіне өздері өзіме кім кімнің нені неге неден қандай қай қайсы қанша неше
        қашан қайда қалай үшін туралы жөнінде бойынша арқылы дейін шейін кейін соң бұрын бері қарай қарсы сайын
        ретінде сияқты секілді тәрізді сәйкес қатысты байланысты емес жоқ бар еді екен ма ме ба бе па пе ғой шы ші иә
        деп дейді деген дегені деді дегенді еткен етті ету болып болған болды болады болатын болуы болса болмаған
        болар еле тағы әлі енді егер өйткені себебі сондықтан яғни өте ең аса тым бәрі барлық барлығы бүкіл әр әрбір
        кез келген кейбір бірнеше біраз көп аз бірге бірі бір екі үш төрт бес алты жеті сегіз тоғыз он жүз мың миллион
        миллиард керек мүмкін сонымен қатар дер тұр отыр жатыр жүр жатқан тұрған отырған екенін екені екендігін
        екендігі ге ға ке қа ның нің дың дің тың тің
    """,
    "ru": """
        и а но или либо да же ли бы не ни в во на за под над по о об от до из с со к ко у при про для без через между
        перед после среди около против вместо кроме что чтобы как так когда если то это этот эта эти этого этой этих
        этому этим этими тот та те того той тех тому тем теми там тут здесь где куда откуда я меня мне мной мы нас нам
        нами ты тебя тебе вы вас вам вами он она оно они его ее ей ему их им ими нем ней них него нее нему ним ними
        себя себе собой свой своя свое свои своего своей своих своему своим своими мой моя мое мои наш наша наше наши
        нашей нашего ваш который которая которое которые которого которой которых которому которым которыми которую
        кто кого кому кем чем чего чему какой какая какие каких каким весь вся все всё всех всего всей всем всеми сам
        сама само сами самого самой самих самый быть был была было были есть будет будут будем является нет уже еще
        ещё только лишь даже также тоже очень более менее потому поэтому однако хотя пока ведь вот раз один одна одно
        одни одного одной два две двух три трех четыре пять шесть семь восемь девять десять сто тысяч тысячи миллион
        миллиона миллионов миллиард миллиарда миллиардов можно нужно надо из-за
    """,
    "en": """
        a an the and or but nor so yet if then than that this these those there here of in on at by for with without
        to from into onto upon about above below under over between among through during before after since until
        against as like not no yes i me my mine we us our ours you your yours he him his she her hers it its they them
        their theirs himself herself itself themselves myself ourselves who whom whose which what when where why how
        all any both each every some such few many much more most other another own same only very too also just even
        still already again ever never be am is are was were been being do does did done doing have has had having
        will would shall should can could may might must s t d ll re ve m don isn aren wasn weren didn doesn hasn
        haven hadn won wouldn couldn shouldn because while although though however up down out off away one two three
        four five six seven eight nine ten hundred thousand million billion first second third once
    """,
}
SENTENCE_START = re.compile(r"(?:^|[.!?…:])[\s\"'«»“”„‘’()\[\]–—-]*$")


@dataclass(frozen=True, slots=True)
class Coverage:
    """Content words of one language: how many there are, stand inside a term, are known as a word of some term; and the rest."""

    words: int
    in_terms: int
    known: int
    missing: Counter[str]


def main() -> None:
    """Print the coverage table, and the missing words when asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path)
    parser.add_argument("--missing", type=int, default=0, help="print so many frequent missing words a language")
    parser.add_argument("--language", help="only this language; the language of a plain text file")
    wanted = parser.parse_args()
    documents = list(read(wanted.texts, wanted.language))
    print("language  content words  in a term  known stem")
    found = {language: covered(segments, language) for language, segments in documents}
    for language, one in found.items():
        print(f"{language:8}  {one.words:13,}  {one.in_terms / one.words:9.1%}  {one.known / one.words:10.1%}")
    for language, one in found.items():
        for word, count in one.missing.most_common(wanted.missing):
            print(f"{language}\t{count}\t{word}")


def read(path: Path, language: str | None) -> Iterator[tuple[str, list[str]]]:
    """The languages of a file with their segments."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".jsonl":
        yield language or "kk", text.splitlines()
        return
    sides: dict[str, list[str]] = {}
    for line in text.splitlines():
        for tag, segments in json.loads(line)["langs"].items():
            sides.setdefault(tag, []).extend(segments)
    yield from ((tag, segments) for tag, segments in sides.items() if language in {None, tag})


def covered(segments: list[str], language: str) -> Coverage:
    """Content words of the segments against the lexicon."""
    lexicon = builtin_lexicon()
    names = name_words(segments)
    known_stems = {word for key in lexicon.stemmed_terms(language) for word in key.split()}
    stop = set(FUNCTION_WORDS[language].split())
    words = in_terms = known = 0
    missing: Counter[str] = Counter()
    for segment in segments:
        tokens = [token for token, _, _ in token_spans(segment)]
        stemmed = [stem(token, language) for token in tokens]
        inside = {place for span in lexicon.all_spans(stemmed, language) for place in range(span.start, span.stop)}
        for place, token in enumerate(tokens):
            if token in stop or token in names or not token.isalpha():
                continue
            words += 1
            in_terms += place in inside
            known += stemmed[place] in known_stems
            if place not in inside:
                missing[token] += 1
    return Coverage(words, in_terms, known, missing)


def name_words(segments: Iterable[str]) -> set[str]:
    """Words that begin with a capital inside a sentence and stand nowhere without one."""
    capital: set[str] = set()
    small: set[str] = set()
    for segment in segments:
        for token, start, stop in token_spans(segment):
            if segment[start:stop] == fold(segment[start:stop]):
                small.add(token)
            elif not SENTENCE_START.search(segment[:start]):
                capital.add(token)
    return capital - small


if __name__ == "__main__":
    main()
