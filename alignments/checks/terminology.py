"""Terms whose translation is not the one the term base, or for fixed names the built-in lexicon, gives."""

import re
from collections.abc import Iterator

from alignments.inspection.background import Background
from alignments.inspection.batch import Batch
from alignments.inspection.findings import Check, Finding
from alignments.inspection.termbase import Termbase
from alignments.inspection.texts import Flags
from alignments.inspection.views import TextView, UnitView
from alignments.units import Severity, TermEntry
from corpus.alphabets import UPPER

_CAPITALISED = re.compile(rf"\b[{UPPER}][^\W_]+")


def find(view: UnitView, background: Background) -> Iterator[Finding]:
    """«жауапкершілігі шектеулі серіктестік» beside «акционерное общество»."""
    for first, second in view.pairs:
        for start, stop, wanted in _lacking(background.terms, first, second):
            message = f"«{first.text[start:stop]}»: the term base has {wanted}, which the {second.name} text lacks"
            yield Finding(Severity.WARNING, message, first, start, stop)
        for start, stop, wanted in _lacking(background.fixed_names, first, second, names_only=True):
            message = f"«{first.text[start:stop]}»: usually {wanted}, which the {second.name} text lacks"
            yield Finding(Severity.INFO, message, first, start, stop)


def _lacking(terms: Termbase, first: TextView, second: TextView, *, names_only: bool = False) -> Iterator[tuple[int, int, str]]:
    """Where a term of the first text begins and stops, and the terms of which the second text should have one."""
    found: dict[tuple[int, int], list[str]] = {}
    capitalised = frozenset(map(str.casefold, _CAPITALISED.findall(first.text))) if names_only else None
    for term in terms.find(first, among=capitalised):
        if names_only and not _is_a_name(first.text[term.start : term.stop], term.entry):
            continue
        wanted = [text for language, text in term.entry.terms if language.partition("-")[0] == second.primary]
        if terms.has(second, term.entry):
            found[term.start, term.stop] = []
        elif found.get((term.start, term.stop)) != []:
            found.setdefault((term.start, term.stop), []).extend(wanted)
    for (start, stop), wanted in found.items():
        if wanted:
            yield start, stop, " or ".join(f"«{term}»" for term in list(dict.fromkeys(wanted))[:3])


def _is_a_name(written: str, entry: TermEntry) -> bool:
    """True for «АҚШ» and «Қазан»; «қазан» is October and «США» no inflected word."""
    if entry.part_of_speech == "abbr":
        return any(written == term for _, term in entry.terms)
    return written[0].isupper() and not written.isupper()


def suspects(batch: Batch) -> Flags:
    """Units with a word that begins a term, or a capitalised one that begins a fixed name."""
    background, texts = batch.background, batch.texts
    terms = background.terms.may_be_in(texts, texts.folded)
    return batch.with_text(terms | background.fixed_names.may_be_in(texts, texts.letters, texts.capitalised))


CHECK = Check("terminology", "Terminology", suspects, find)
