"""What each decision does to units: accept, reject, edit, split, merge. Every decision is kept; units follow from it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from textwrap import shorten

from alignments.errors import AlignmentsError
from alignments.memory import Memory
from alignments.settled import Change, change_of, note_of
from alignments.unit_ids import unit_id
from alignments.units import Decision, Status, TranslationUnit, Variant
from corpus.languages import WORKING_LANGUAGES, working_first

SHOWN = 40
"""Letters of a former text that a note for people shows."""


class Reviewer:
    """Takes decisions in the name of a person; each is kept together with what it changes, at once."""

    def __init__(self, memory: Memory, who: str) -> None:
        self._memory = memory
        self._who = who

    def accept(self, name: str, note: str = "") -> TranslationUnit:
        """Say that a unit is right."""
        return self._judge(name, Status.ACCEPTED, "accept", note)

    def reject(self, name: str, note: str = "") -> TranslationUnit:
        """Say that a unit is wrong; it stays, but is neither matched nor exported by default."""
        return self._judge(name, Status.REJECTED, "reject", note)

    def edit(self, name: str, language: str, text: str, note: str = "") -> TranslationUnit:
        """Put another text in the place of a variant, or one where there is none; what it was is kept in the decision.

        Raises AlignmentsError for an empty text, and for a language that is neither in the memory nor one of the working ones.
        """
        unit = self._memory.store.unit(name)
        self._memory.store.index.require([language], also=WORKING_LANGUAGES)
        if not text.strip():
            raise AlignmentsError(f"unit {name}: an empty {language} is no translation; reject the unit instead")
        variant = unit.variant(language)
        if variant is None:
            changed = _with_text(unit, language, text)
        else:
            edited = replace(variant, text=text, codes=())
            changed = replace(unit, variants=tuple(edited if one is variant else one for one in unit.variants))
        changed = self._changed(replace(changed, status=Status.ACCEPTED))
        return self._keep("edit", [unit], [changed], note)[0]

    def split(self, name: str, cuts: Mapping[str, int | str], note: str = "") -> tuple[TranslationUnit, ...]:
        """Cut every variant named in two: after so many letters, or before the text with which the second part begins.

        A variant that is not named stays in the first part.
        """
        unit = self._memory.store.unit(name)
        unknown = set(cuts) - set(unit.languages)
        if unknown or not cuts:
            raise AlignmentsError(f"unit {name}: give a place to cut in one or more of {', '.join(unit.languages)}")
        halves = [_halves(variant, cuts.get(variant.language), name) for variant in unit.variants]
        first = tuple(half for half, _ in halves)
        second = tuple(half for _, half in halves if half is not None)
        parts = [self._part(unit, first), self._part(unit, second, number=2)]
        return self._keep("split", [unit], parts, note)

    def merge(self, names: Sequence[str], note: str = "") -> TranslationUnit:
        """Make one unit of several of the same passage; their texts follow each other."""
        units = [self._memory.store.unit(name) for name in names]
        if len({unit.id for unit in units}) < 2:
            raise AlignmentsError("give two or more different units to merge")
        if len({(unit.provenance.source, unit.provenance.passage) for unit in units}) > 1:
            raise AlignmentsError("the units stand in different passages; only neighbours can be merged")
        units.sort(key=lambda unit: unit.provenance.position)
        languages = dict.fromkeys(language for unit in units for language in unit.languages)
        variants = tuple(_joined(units, language) for language in languages)
        notes = tuple(dict.fromkeys(note for unit in units for note in unit.notes))
        properties = tuple({name: value for unit in reversed(units) for name, value in unit.properties}.items())
        first = replace(units[0], notes=notes, properties=properties)
        return self._keep("merge", units, [self._part(first, variants)], note)[0]

    def _judge(self, name: str, status: Status, verdict: str, note: str) -> TranslationUnit:
        unit = self._memory.store.unit(name)
        return self._keep(verdict, [unit], [self._changed(replace(unit, status=status))], note)[0]

    def _part(self, unit: TranslationUnit, variants: tuple[Variant, ...], number: int = 1) -> TranslationUnit:
        """A new accepted unit in the place of an old one; its number tells it from a part that says the same.

        Of a text that was left without a translation nobody said how likely that is.
        """
        name = unit_id(unit.provenance.source if number == 1 else f"{unit.provenance.source} {number}", variants)
        probability = unit.probability if len(variants) > 1 else None
        return self._changed(replace(unit, id=name, variants=variants, probability=probability, status=Status.ACCEPTED))

    def _changed(self, unit: TranslationUnit) -> TranslationUnit:
        provenance = replace(unit.provenance, changed=datetime.now(UTC), changed_by=self._who)
        return replace(unit, provenance=provenance)

    def _keep(
        self, verdict: str, old: Sequence[TranslationUnit], new: Sequence[TranslationUnit], note: str
    ) -> tuple[TranslationUnit, ...]:
        """Change the units and keep the decision on each old one, with what it was where texts changed."""
        with self._memory.transaction():
            self._memory.store.replace_units([unit.id for unit in old], new)
            for unit in old:
                kept = note if verdict in {"accept", "reject"} else _note(note, unit, new)
                self._memory.store.add_decision(Decision(unit.id, verdict, self._who, datetime.now(UTC), kept))
        return tuple(new)


def _note(note: str, old: TranslationUnit, new: Sequence[TranslationUnit]) -> str:
    """The note of a decision that changes texts: what was there and which units came of it."""
    before = tuple((variant.language, variant.text) for variant in old.variants)
    return note_of(Change(note, before, tuple(unit.id for unit in new)))


def note_for_people(decision: Decision) -> str:
    """The note of a decision in words: of one that changed texts also what they were, and the units that came of it."""
    change = change_of(decision)
    if change is None:
        return decision.note
    before = "; ".join(f"{language} «{shorten(text, SHOWN, placeholder='…')}»" for language, text in change.before)
    became = [name for name in change.became if name != decision.unit]
    parts = [change.note, f"was {before}", f"became {', '.join(became)}" if became else ""]
    return "; ".join(filter(None, parts))


def _with_text(unit: TranslationUnit, language: str, text: str) -> TranslationUnit:
    """The unit with one more text, in its place among the languages, of the document of the others if that is one.

    How likely it was that nothing translates a text says nothing of its translation.
    """
    documents = {variant.document for variant in unit.variants}
    added = Variant(language, text, documents.pop() if len(documents) == 1 else "")
    order = working_first([*unit.languages, language])
    variants = sorted((*unit.variants, added), key=lambda variant: order.index(variant.language))
    return replace(unit, variants=tuple(variants), probability=unit.probability if len(unit.variants) > 1 else None)


def _halves(variant: Variant, cut: int | str | None, name: str) -> tuple[Variant, Variant | None]:
    if cut is None:
        return variant, None
    place = _place(variant, cut, name) if isinstance(cut, str) else cut
    first, second = variant.text[:place].strip(), variant.text[place:].strip()
    if not first or not second:
        raise AlignmentsError(f"unit {name}, {variant.language}: cut inside the text, between 1 and {len(variant.text) - 1}")
    return replace(variant, text=first, codes=()), replace(variant, text=second, codes=())


def _place(variant: Variant, beginning: str, name: str) -> int:
    """Where a text stands in a variant, as it must once."""
    times = variant.text.count(beginning)
    if times != 1:
        stands = "does not stand there" if not times else f"stands there {times} times, give more of it"
        raise AlignmentsError(f"unit {name}, {variant.language}: «{beginning}» {stands}; it says: {variant.text}")
    return variant.text.index(beginning)


def _joined(units: Sequence[TranslationUnit], language: str) -> Variant:
    """The variants of a language in one."""
    parts = [variant for unit in units for variant in unit.variants if variant.language == language]
    positions = tuple(sorted({position for part in parts for position in part.segments}))
    return Variant(language, " ".join(part.text for part in parts), parts[0].document, positions)
