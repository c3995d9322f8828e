"""Writes the Kazakh words that the stemmer knows to be whole: the single words of the lexicon's entries, and some more.

usage: python scripts/compile_kazakh_roots.py       after changes to aligner/lexicon/entries/*.tsv; compile_lexicon.py then
"""

import re
import sys
from pathlib import Path

from aligner.lexicon.entries import builtin_concepts
from aligner.stemming.kazakh import known_stem
from aligner.stemming.kazakh_roots import MORE_ROOTS_FILE, ROOTS_FILE, VERB_MARK, WHOLE_MARK, roots_of
from aligner.stemming.kazakh_sounds import syllables
from aligner.words import fold

FOLDER = Path(__file__).parent.parent / "aligner" / "stemming"
_WORD = re.compile(r"[а-яәғқңөұүһі]{2,}")
_HEADS = {"noun", "adj", "name", "num", "abbr", "verb", "pron"}
_OFTEN_FORMS = {"noun", "adj"}
_FORM = re.compile(r".+(?:[ғгқк][ае]н|[лдт][ае]р|[дт][ыі]|с[ыі])")
"""Participles, plurals and what looks like an accusative are no roots if they are forms of one: келісілген, заңды."""
_NEGATED = re.compile(r".+ .+[мбп][ае]у")
"""A phrase with a negated verb names no verb: көз алмау says nothing that алу does not, and алматы is no form of алмау."""


def main() -> None:
    """Take what is inflected as it is; other words, unless they are forms of it, as words without endings."""
    terms = [(concept.part_of_speech, fold(term)) for concept in builtin_concepts() for term in concept.terms[0]]
    more = set((FOLDER / MORE_ROOTS_FILE).read_text(encoding="utf-8").split())
    terms += [("verb" if word[-1] in "ую" else "noun", word) for word in sorted(more)]
    verbs = {term.rpartition(" ")[2] for part, term in terms if part == "verb" and not _NEGATED.fullmatch(term)}
    single = {term: part for part, term in terms if _WORD.fullmatch(term)}
    verbs |= {term for term, part in single.items() if part == "noun" and term[-1] in "ую" and syllables(term) > 1}
    heads = {term for term, part in single.items() if part in _HEADS and not (part in _OFTEN_FORMS and _FORM.fullmatch(term))}
    heads |= verbs
    heads = {word for word in heads if _WORD.fullmatch(word)}
    known = roots_of(_marked(heads, verbs))
    forms = {word: known_stem(word, known) for word in set(single) - heads}
    heads |= {word for word, stem in forms.items() if not stem and single[word] in _HEADS}
    whole = {word for word, stem in forms.items() if not stem or _stands_alone(word, single[word], stem in verbs)} - heads
    lines = sorted([*_marked(heads, verbs), *(word + WHOLE_MARK for word in whole)])
    (FOLDER / ROOTS_FILE).write_text("\n".join([*lines, ""]), encoding="utf-8")
    sys.stderr.write(f"{len(lines)} roots\n")


def _stands_alone(word: str, part: str, is_of_verb: bool) -> bool:  # noqa: FBT001 - one of three facts about a word
    """True for adverbs from verbs (қайта, not from қайту) and for бойынша, which is not a form of бой."""
    return (part == "adv" and is_of_verb) or (part == "post" and word.endswith(("нша", "нше")))


def _marked(words: set[str], verbs: set[str]) -> list[str]:
    return [word + VERB_MARK if word in verbs and word[-1] in "ую" else word for word in words]


if __name__ == "__main__":
    main()
