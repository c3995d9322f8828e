"""Endings of Kazakh verbs, to be taken off known roots: бар-ады, бар-майды, бар-ған, бар-ып, бар-са, бар-у."""

from itertools import product

from aligner.stemming.kazakh_sounds import CONSONANTS, FULL_VOWELS, hardened

_NEGATIONS = ("", "ма", "ме", "ба", "бе", "па", "пе")
_AFTER_NEGATION = "йдғгпсру"
"""What may follow -ма: бармады, but not алматы."""

_PERSONS = ("", "мын", "мін", "сың", "сің", "сыз", "сіз", "мыз", "міз", "быз", "біз", "пын", "пін", "пыз", "піз")
_PAST_PERSONS = ("", "м", "ң", "ңыз", "ңіз", "қ", "к")
_HABITUAL = ("атын", "етін", "йтын", "йтін", "итын", "итін", "ятын")
_FINITE = (
    (("а", "е", "й", "и", "я"), ("ды", "ді", *_PERSONS)),  # барады, барамын; бара жатыр; оқиды, қояды
    (("ды", "ді", "ты", "ті"), _PAST_PERSONS),  # барды, бардық
    (("ып", "іп", "п"), ("", "ты", "ті", *_PERSONS)),  # барып, барыпты
    (("са", "се"), _PAST_PERSONS),  # барса, барсақ
    (("мақ", "мек", "бақ", "бек", "пақ", "пек"), ("", "шы", "ші", *_PERSONS)),  # бармақшы
    (("сын", "сін", "ңыз", "ңіз", "ыңыз", "іңіз"), ("",)),  # барсын, барыңыз
    (("айық", "ейік", "йық", "йік", "айын", "ейін", "йын", "йін"), ("", "ша", "ше")),  # барайық; бармайынша
    (("ғалы", "гелі", "қалы", "келі", "ғанша", "генше", "қанша", "кенше"), ("",)),  # барғалы, барғанша
)
_NOMINAL = (
    (("ған", "ген", "қан", "кен"), ("", "дық", "дік", *_PERSONS)),  # барған, барғандық(тан)
    (_HABITUAL, ("", "дық", "дік", *_PERSONS)),  # баратын, баратындық
    (("ар", "ер"), _PERSONS),  # барар; -р alone is not told from a plural: жобалар
    (("у",), ("",)),
)


def _spelt(forms: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]) -> frozenset[str]:
    return frozenset(
        negation + tense + person
        for tenses, persons in forms
        for negation, tense, person in product(_NEGATIONS, tenses, persons)
        if not negation or tense[0] in _AFTER_NEGATION
    )


FINITE_ENDINGS = _spelt(_FINITE) | {negation + "с" + person for negation, person in product(_NEGATIONS[1:], _PERSONS)}
"""Endings after which nothing follows; -мас is the negative of -ар."""

HABITUAL_ENDINGS = _spelt(((_HABITUAL, ("",)),))
"""Of these alone a longer noun is no rival: болатын comes from болу, not from болат."""

NOMINAL_ENDINGS = _spelt(_NOMINAL)
"""Participles and the verbal noun, which take the endings of nouns: барған-дар-ға."""

OFTENER_VERBS = frozenset({"шық", "қой", "түс", "кір", "өт", "күл", "тап"})
"""Roots that in -ды and -ты are seldom the noun that is spelt alike: шықты went out, not the dew."""

LONGEST_ENDING = max(map(len, FINITE_ENDINGS | NOMINAL_ENDINGS))


def surface_roots(infinitive: str) -> tuple[str, ...]:
    """The roots that the forms of a verb in -у or -ю may show: табу has таб (табады), тап (тапты) and тау (тауып)."""
    base, last = infinitive[:-1], infinitive[-1:]
    if last == "ю":
        return base + "й", base + "и", base  # қою – қойды, қояды; кию – киді
    roots = [base, hardened(base)]
    if base.endswith("б"):
        roots.append(base[:-1] + "у")
    if base[-1:] in CONSONANTS:
        roots += [base + "ы", base + "і"]  # оқу – оқыды
    return tuple(dict.fromkeys(roots))


def passives(infinitive: str) -> tuple[str, ...]:
    """What a verb's passive may be, as infinitives: жазу – жазылу, қою – қойылу, реттеу – реттелу; after л with н: алыну."""
    root = infinitive[:-1] + ("й" if infinitive.endswith("ю") else "")
    if root[-1:] in FULL_VOWELS:
        return (f"{root}{'н' if root[-2:-1] == 'л' else 'л'}у",)
    return tuple(f"{root}{vowel}{'н' if root.endswith('л') else 'л'}у" for vowel in "ыі")
