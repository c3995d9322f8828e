"""Which words carry no term of their own, by the lexicon's parts of speech and a short list."""

from functools import cache

from aligner.lexicon.entries import PARTS_OF_SPEECH
from alignments.index.recipe import index_stems, index_words

FUNCTION_PARTS = frozenset({"conj", "post", "part", "pron"})
NAMING_PARTS = frozenset({"noun", "name", "abbr"})

ALWAYS = {
    "kk": "және мен бен пен да де та те үшін туралы бойынша деп еді екен болып болды бұл сол осы ол біз олар оның бір барлық "
    "өз әр кейін дейін ғана емес жоқ бар не немесе сондай ақ керек болады болған болатын деген дейді жатыр отыр тұр "
    "қарай сайын арқылы байланысты қарамастан ретінде кезінде кезде кейбір көп өте тағы бірге бірақ егер",
    "ru": "и в во на с со по к ко о об от до из за для у не ни но а или что как это этот эта эти тот то та те он она они оно его "
    "ее их мы вы я который которая которые был была было были быть есть будет будут при под над без так же бы ли если также "
    "лишь все всех весь свой своей своих более после перед между через уже еще только очень один",
    "en": "the a an and or of in on at to for from by with as is are was were be been being it its this that these those he she "
    "they we i you his her their our your not no but if than then so such which who whom whose what when where will would "
    "can could may might shall should has have had do does did also into over under after before between more most very "
    "about up out all any each other one s t said",
}


@cache
def function_stems(language: str) -> frozenset[str]:
    """The stems of words that neither begin nor end a term; a noun may, though another word have its stem (среди, среда)."""
    listed = index_stems(index_words(ALWAYS.get(language, "")), language)
    return frozenset(listed) | _stems_of_parts(language, FUNCTION_PARTS) - _stems_of_parts(language, NAMING_PARTS)


@cache
def nameless_stems(language: str) -> frozenset[str]:
    """The stems of words that the lexicon knows, and never as a noun: verbs, adjectives, adverbs, function words."""
    naming = _stems_of_parts(language, NAMING_PARTS)
    return (_stems_of_parts(language, PARTS_OF_SPEECH - NAMING_PARTS - {"phrase"}) | function_stems(language)) - naming


def _stems_of_parts(language: str, parts: frozenset[str]) -> frozenset[str]:
    words = [word for term in _lexicon_terms(language, parts) for word in index_words(term)]
    return frozenset(index_stems(words, language))


def _lexicon_terms(language: str, parts: frozenset[str]) -> tuple[str, ...]:
    """One-word terms of the lexicon that are these parts of speech."""
    from aligner.lexicon import builtin_concepts  # noqa: PLC0415 - read when terms are asked for

    return tuple(
        term
        for concept in builtin_concepts()
        if concept.part_of_speech in parts
        for term in concept.in_language(language)
        if " " not in term and "-" not in term
    )
