"""Terms are found in any form, and the quick look before it misses none."""

from pathlib import Path

from aligner.words import stem
from alignments.columns import columns_of
from alignments.inspection.letters import BEGINNING
from alignments.inspection.termbase import CHANGED, termbase_of
from alignments.inspection.texts import Texts
from alignments.units import TermEntry, TranslationUnit, Variant

FORMS = Path(__file__).parents[2] / "aligner" / "stemming" / "kazakh_forms.txt"


def test_a_form_begins_with_all_but_the_last_letters_of_its_stem() -> None:
    words = FORMS.read_text(encoding="utf-8").replace(":", " ").split()
    assert all(word.startswith(stem(word, "kk")[:-CHANGED]) for word in words if word[:BEGINNING] == stem(word, "kk")[:BEGINNING])


def test_texts_with_a_form_of_a_term_are_told_from_others() -> None:
    texts = [("kk", "Халқы көп."), ("kk", "Халва тәтті."), ("ru", "Народы мира."), ("ru", "Халық"), ("kk", "")]
    terms = termbase_of([TermEntry("1", (("kk", "халық"), ("ru", "народ")))])
    columns = Texts(columns_of([TranslationUnit("u", tuple(Variant(*text) for text in texts))]))
    assert terms.may_be_in(columns, columns.folded).tolist() == [True, False, True, False, False]


def test_only_chosen_words_may_begin_a_term() -> None:
    columns = Texts(columns_of([TranslationUnit("u", (Variant("kk", "Алматы алматы"), Variant("kk", "алматы")))]))
    terms = termbase_of([TermEntry("1", (("kk", "Алматы"), ("ru", "Алматы")))])
    assert terms.may_be_in(columns, columns.letters, columns.capitalised).tolist() == [True, False]
