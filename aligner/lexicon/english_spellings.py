"""The other spelling of English words, American or British: labor – labour, organization – organisation."""

import re
from collections.abc import Mapping
from functools import cache

from aligner.lexicon.listed_forms import listed_forms

_IZE = re.compile(r"(?<=[a-z]{3})iz(?=(?:e|ed|er|es|ing|ation|ations|ational)\b)")
_ISATION = re.compile(r"(?<=[a-z]{3})is(?=(?:ation|ations|ational)\b)")


def other_spellings(term: str) -> tuple[str, ...]:
    """The term in small letters with its listed words, its -ize and -ization, or both spelt the other way."""
    small = term.lower()
    listed = " ".join(_listed().get(word, word) for word in small.split(" "))
    return tuple(dict.fromkeys(one for one in (listed, _with_s_or_z(small), _with_s_or_z(listed)) if one != small))


def _with_s_or_z(term: str) -> str:
    return _IZE.sub("is", term) if _IZE.search(term) else _ISATION.sub("iz", term)


@cache
def _listed() -> Mapping[str, str]:
    pairs = {american: british for american, (british,) in listed_forms("english_spellings").items()}
    return pairs | {british: american for american, british in pairs.items()}
