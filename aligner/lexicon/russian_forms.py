"""Forms of Russian words whose stems differ: рынок – рынка, время – времени, провести – провел, реализовать – реализует.

The stemmer takes endings off; where a vowel comes and goes or consonants change, a form with the other stem is made here, by
rule where a rule holds and by list where none does. A form that nobody writes may be among them: it is then found nowhere.
"""

import re

from aligner.lexicon.listed_forms import listed_forms

_VOWEL = "[аеиоуыэюя]"
_CONSONANT = "[бвгдзкмнпрстфх]"
_CONSONANTS = frozenset("бвгджзклмнпрстфхцчшщ")

_NOUN_RULES = (
    (re.compile(r"([жчшщ])[ое]к$"), (r"\1ка",)),  # значок – значка
    (re.compile(rf"({_CONSONANT}|л)ок$"), (r"\1ка",)),  # рынок – рынка
    (re.compile(r"([лн])ек$"), (r"\1ька",)),  # кулек – кулька
    (re.compile(rf"({_VOWEL})ец$"), (r"\1йца",)),  # боец – бойца
    (re.compile(r"лец$"), ("льца",)),  # владелец – владельца
    (re.compile(rf"({_CONSONANT})ец$"), (r"\1ца",)),  # конец – конца
    (re.compile(r"ень$"), ("ня",)),  # уровень – уровня
    (re.compile(r"ись$"), ("иси",)),  # подпись – подписи: the stemmer takes the one for a gerund
    (re.compile(r"([жчшщ])ка$"), (r"\1ек",)),  # точка – точек
    (re.compile(r"[йь]ка$"), ("ек",)),  # копейка – копеек
    (re.compile(rf"({_CONSONANT}|л)ка$"), (r"\1ок",)),  # оценка – оценок
)
_VERB_RULES = (
    (re.compile(r"([бпвмф])ить(ся)?$"), (r"\1лен", r"\1лю")),  # выявить – выявлен
    (re.compile(r"стить(ся)?$"), ("щен", "щу")),  # разместить – размещен
    (re.compile(r"дить(ся)?$"), ("жден", "жен", "жу")),  # обсудить – обсужден, наградить – награжден
    (re.compile(r"зить(ся)?$"), ("жен", "жу")),
    (re.compile(r"тить(ся)?$"), ("щен", "чен", "чу", "щу")),  # запретить – запрещен, отметить – отмечен
    (re.compile(r"сить(ся)?$"), ("шен", "шу")),  # повысить – повышен
    (re.compile(r"[ое]вать(ся)?$"), ("ует", "уют", "уемый")),  # реализовать – реализует
    (re.compile(r"авать(ся)?$"), ("ает", "ают")),  # создавать – создает
    (re.compile(r"нуть(ся)?$"), ("нул", "нет", "нув")),  # кивнуть – кивнул, кивнет
    (re.compile(r"вести(сь)?$"), ("ведет", "вел", "веден")),
    (re.compile(r"нести(сь)?$"), ("несет", "нес", "несен")),
    (re.compile(r"расти$"), ("растет", "рос")),
    (re.compile(r"йти(сь)?$"), ("йдет", "шел", "шла", "шло", "шли", "шедший")),  # пройти – пройдет, прошел
)


_INFINITIVE = re.compile(r"([аяеиы])ть(ся)?$")
"""иметь – имеет, имеют, имели: the stemmer takes the one for a verb and the other for a noun."""


def russian_forms(term: str, part_of_speech: str) -> tuple[str, ...]:
    """Forms of a term that its stem does not cover; in a phrase those of its first word and those of its last word."""
    words = term.split(" ")
    forms: list[str] = []
    for place in {0, len(words) - 1}:
        other = _other_forms(words[place], part_of_speech)
        forms += [" ".join((*words[:place], form, *words[place + 1 :])) for form in other]
    return tuple(forms)


def _other_forms(word: str, part_of_speech: str) -> tuple[str, ...]:
    listed = listed_forms("russian")
    found = list(listed.get(word, ()))
    if word.endswith("ся"):
        found += [f"{form}ся" for form in listed.get(word[:-2], ())]
    for ending, others in _VERB_RULES if part_of_speech == "verb" else _NOUN_RULES if part_of_speech == "noun" else ():
        if ending.search(word):
            found += [ending.sub(other, word) for other in others]
            break
    if part_of_speech in {"noun", "name"}:
        found += _cut_short(word)
    if part_of_speech == "verb":
        found += [_INFINITIVE.sub(other, word) for other in (r"\1ет", r"\1ют", r"\1ли") if _INFINITIVE.search(word)]
    return tuple(found)


def _cut_short(word: str) -> list[str]:
    """The form in which the stemmer does not take the end of the word for an ending: орган – органа, проблем – проблема."""
    if word[-1:] in _CONSONANTS:
        return [f"{word}а", f"{word}ов"]
    return [word[:-1]] if word[-1:] == "а" else []
