"""Keep and find units, decisions, dismissals and terms. Rows never leave this room."""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import wraps
from itertools import islice
from math import ceil
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from alignments.errors import AlignmentsError
from alignments.garbage import looked_for_rarely
from alignments.index.search_index import Indexed, SearchIndex
from alignments.intake import Counts, ImportRun, Policy
from alignments.rows.pairs import Pair, PairReader
from alignments.rows.terms import TermRows
from alignments.rows.units_reading import BATCH as READ_TOGETHER
from alignments.rows.units_reading import UnitReader
from alignments.selection import Selection
from alignments.settled import unsettled
from alignments.units import Decision, Dismissal, Status, TermEntry, TranslationUnit
from corpus.progress import Progress, no_progress
from corpus.storage.database import Database, now_text, time_of, time_text

if TYPE_CHECKING:
    from alignments.rows.reviews import ReviewRows
    from alignments.rows.units_in_columns import ColumnReader
    from alignments.rows.units_selecting import UnitSelector
    from alignments.rows.units_writing import UnitWriter

BATCH = 1_000
"""Units prepared and written together; the last ones of a transaction are prepared while nothing can be written."""

BATCHES_A_TRANSACTION = 40
"""Batches kept together when nobody else opened a transaction: what a kill can cost is a few seconds of work."""

MOST_NAMED = 8
"""Groups and files that are named when another one was asked for."""

Asked = ParamSpec("Asked")
Answer = TypeVar("Answer")


def of_one_moment(
    ask: Callable[Concatenate["Store", Asked], Answer],
) -> Callable[Concatenate["Store", Asked], Answer]:
    """A question to a store, answered of one moment and from an index up to date, whatever others write meanwhile."""

    @wraps(ask)
    def answer(store: "Store", /, *given: Asked.args, **named: Asked.kwargs) -> Answer:
        store.bring_index_up_to_date()
        with store.snapshot():
            return ask(store, *given, **named)

    return answer


class Store:
    """The units of one database and what was said of them.

    What a search does not need is loaded when it is asked for: SQLAlchemy takes longer to load than a search takes.
    """

    def __init__(self, database: Database, progress: Progress = no_progress) -> None:
        self._database = database
        self._progress = progress
        self._terms = TermRows(database)
        self.index = SearchIndex(database)

    @property
    def _selector(self) -> "UnitSelector":
        from alignments.rows.units_selecting import UnitSelector  # noqa: PLC0415 - as said above

        return UnitSelector(self._database)

    @property
    def _writer(self) -> "UnitWriter":
        from alignments.rows.units_writing import UnitWriter  # noqa: PLC0415 - as said above

        return UnitWriter(self._database)

    @property
    def _reviews(self) -> "ReviewRows":
        from alignments.rows.reviews import ReviewRows  # noqa: PLC0415 - as said above

        return ReviewRows(self._database)

    def units(self, selection: Selection = Selection()) -> Iterator[TranslationUnit]:  # noqa: B008 - frozen
        """Stream the selected units in the order of their documents."""
        return self._selector.units(selection)

    def columns(self) -> "ColumnReader":
        """All units in the order of storing, many at once and without what no check looks at; read anew each time."""
        from alignments.rows.units_in_columns import ColumnReader  # noqa: PLC0415 - as said above

        return ColumnReader(self._database)

    def unit(self, name: str) -> TranslationUnit:
        """The unit of this id, or the only one whose id begins so. Raises AlignmentsError when there is none, or several."""
        known = UnitReader(self._database).ids_beginning(name)
        if len(known) == 1:
            return next(self.units(Selection(ids=(known[0],))))
        if known:
            raise AlignmentsError(f"unit {name}: several ids begin so ({', '.join(known)}); give more of it")
        raise AlignmentsError(f"unit {name}: not in the memory; ids are shown by show, concordance, match and check")

    def numbered_units(self, numbers: Sequence[int]) -> dict[int, TranslationUnit]:
        """Units by the numbers the index gives."""
        return UnitReader(self._database).by_numbers(numbers)

    def stored_among(self, ids: Sequence[str]) -> dict[str, TranslationUnit]:
        """The units that are stored under these ids; of ids that are new hardly anything is read."""
        numbers = list(self._writer.numbers(ids).values())
        return {unit.id: unit for unit in UnitReader(self._database).by_numbers(numbers).values()}

    def texts(self, variants: Sequence[int]) -> dict[int, str]:
        """The texts of variants by the numbers the index gives."""
        return UnitReader(self._database).texts(variants)

    def pairs(self, variants: Sequence[int], target: str) -> dict[int, Pair]:
        """Variants, by the numbers the index gives, with their translation; those without one are left out."""
        return PairReader(self._database).pairs(variants, target)

    def texts_beside(self, pair: Pair, language: str) -> tuple[str | None, str | None]:
        """The texts before and after a pair in its passage."""
        return PairReader(self._database).beside(pair, language)

    def translations(self, numbers: Sequence[int], language: str) -> list[tuple[int, str]]:
        """(unit number, text) of the variants that units have in a language."""
        return UnitReader(self._database).translations(numbers, language)

    def unit_ids(self, numbers: Sequence[int]) -> dict[int, str]:
        """The ids of units by their numbers."""
        return UnitReader(self._database).ids(numbers)

    def same_texts(self, texts: Sequence[str], language: str) -> list[list[int]]:
        """For each text the numbers of the variants in a language that have it; case and spacing do not count."""
        return UnitReader(self._database).same_texts(texts, language)

    def count(self, selection: Selection = Selection()) -> int:  # noqa: B008 - frozen
        """How many units are selected."""
        return self._selector.count(selection)

    def sources(self) -> list[tuple[str, str, int]]:
        """The groups and files that units came from: the origin (aligned, imported, edited), its name, how many units."""
        return self._selector.sources()

    def require(self, *, source: str = "", document: str = "") -> None:
        """Raise AlignmentsError when no unit came from this group or file, or stands in a document of this title."""
        if source and not self.count(Selection(source=source)):
            names = list(dict.fromkeys(name for _, name, _ in self.sources() if name))
            known = ", ".join(names[:MOST_NAMED]) + (" …" if len(names) > MOST_NAMED else "")
            raise AlignmentsError(
                f"{source}: no unit came from a group or file of this name; units came from {known or 'none that has one'}"
            )
        if document and not self.count(Selection(document=document)):
            raise AlignmentsError(f"{document}: no unit stands in a document of this title; `tilmash documents` lists the titles")

    @looked_for_rarely()
    def add_units(self, units: Iterable[TranslationUnit], policy: Policy = Policy.SKIP) -> Counts:
        """Store units as they come, without ever holding all of them.

        Inside `memory.transaction()` all are kept or none; otherwise every 40,000 are kept at once, and the same call again
        after an interruption skips what is stored and goes on. Units that cannot be kept are counted as failed.
        """
        counts = Counts()
        incoming = iter(units)
        is_bulk = not self.index.languages()
        while True:
            with self._writing():
                if is_bulk:
                    self.index.postpone_counting()
                for _ in range(BATCHES_A_TRANSACTION):
                    batch = list(islice(incoming, BATCH))
                    self._add(batch, policy, counts)
                if not batch:
                    self._settle()
                    self.index.count_postponed()
                    return counts
            is_bulk = True

    def _add(self, batch: Sequence[TranslationUnit], policy: Policy, counts: Counts) -> None:
        """Index a batch and write it; in a bulk load it is written when the next one is handed in, or by `_settle`."""
        if {unit.id for _, unit in self.index.waiting}.intersection(unit.id for unit in batch):
            self._settle()
        numbered, replaced = self._writer.plan(batch, policy, counts, self.index.waiting)
        self._remove(replaced)
        if numbered:
            self._write(self.index.add(numbered))

    def _settle(self) -> None:
        """Write what waits for its entries of the index."""
        self._write(self.index.settle())

    def _write(self, indexed: Iterable[Indexed]) -> None:
        for units, keys in indexed:
            self._writer.write(units, keys)

    def _remove(self, numbers: Sequence[int]) -> None:
        if numbers:
            self._settle()
        for start in range(0, len(numbers), BATCH):
            stored = UnitReader(self._database).by_numbers(numbers[start : start + BATCH])
            self.index.remove(sorted(stored.items()))
        self._writer.remove(numbers)

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """A transaction in which units and index change together."""
        try:
            with self._database.transaction():
                self.index.begin()
                self._renew_outdated()
                yield
                self._settle()
                self.index.finish()
        except BaseException:
            self.index.forget()
            raise

    def _renew_outdated(self) -> None:
        """Build the index of languages anew whose words or stems are made in another way than when it was filled."""
        outdated = self.index.outdated()
        if not outdated:
            return
        self.index.postpone_counting()
        for language in outdated:
            self.index.empty(language)
        chosen = Selection(languages=outdated)
        batches = ceil(self.count(chosen) / READ_TOGETHER)
        for batch in self._progress(
            self._selector.numbered(chosen), f"building the index of {', '.join(outdated)} anew", batches
        ):
            self.index.add(batch, outdated)
        self.index.settle()
        self.index.count_postponed()

    def bring_index_up_to_date(self) -> None:
        """Make the index agree with today's words and stems; nothing to do unless these changed since it was filled."""
        self.index.look_again()
        if self.index.outdated():
            with self._writing():
                pass

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Everything read inside is of one moment; nothing may be written."""
        with self._database.snapshot(), self.index.vocabulary.remembering():
            yield

    def replace_units(self, names: Sequence[str], units: Sequence[TranslationUnit]) -> None:
        """Put units in the place of others (edited, split, merged); one that keeps its id keeps its place.

        Raises AlignmentsError when one of them cannot be kept.
        """
        with self._writing():
            kept = {unit.id for unit in units}
            self.remove_units([name for name in names if name not in kept])
            counts = self.add_units(units, Policy.REPLACE)
            if counts.failed:
                raise AlignmentsError(f"{counts.failures[0]}; nothing was changed")

    def forget_person(self, name: str, *, dry_run: bool = False) -> int:
        """Take a person's name out of units, decisions and dismissals; how many traces there were."""
        with self._database.transaction():
            return self._reviews.forget(name, dry_run=dry_run)

    def record_run(self, source: str, begun: datetime, counts: Counts) -> None:
        """Keep what an import did."""
        fields = {"read": counts.read, "created": counts.created, "updated": counts.updated}
        fields |= {"skipped": counts.skipped, "failed": counts.failed}
        row = {"source": source, "begun": time_text(begun), "ended": now_text(), "counts": json.dumps(fields)}
        self._database.insert("runs", [row])

    def runs(self) -> tuple[ImportRun, ...]:
        """Every import, oldest first."""
        rows = self._database.fetch("SELECT source, begun, ended, counts FROM runs ORDER BY id")
        return tuple(
            ImportRun(source, time_of(begun), time_of(ended), json.loads(counts)) for source, begun, ended, counts in rows
        )

    def remove_units(self, names: Sequence[str]) -> int:
        """Delete units by id; how many there were."""
        with self._writing():
            numbers = sorted(self._writer.numbers(names).values())
            self._remove(numbers)
        return len(numbers)

    def replace_alignment(self, group: str, units: Iterable[TranslationUnit], documents: Sequence[int] = ()) -> Counts:
        """Put a new alignment of a group, of these documents, in the place of its old one; doing it twice changes nothing.

        Units that somebody reviewed, edited, merged or split stay as they are, and no unit is made again of what they settle; a
        text that changed since then is in a new unit beside them.
        """
        with self._writing():
            fresh = list(units)
            names = {unit.id for unit in fresh}
            old = list(self.units(Selection(source=group, origin="aligned")))
            reviewed = [unit for unit in old if unit.status is not Status.UNREVIEWED]
            self.remove_units([unit.id for unit in old if unit.id not in names and unit.status is Status.UNREVIEWED])
            wanted = unsettled(fresh, reviewed, self.decisions() if reviewed else ())
            counts = self.add_units(wanted, Policy.REPLACE)
            self._database.execute("DELETE FROM aligned_groups WHERE name = ?", (group,))
            row = {"name": group, "aligned": now_text(), "documents": json.dumps(sorted(documents))}
            self._database.insert("aligned_groups", [row])
        return counts

    def aligned_groups(self) -> dict[str, frozenset[int]]:
        """Every group that was aligned, with the numbers of its documents then; other ones make it worth aligning again."""
        rows = self._database.fetch("SELECT name, documents FROM aligned_groups")
        return {name: frozenset(json.loads(documents or "[]")) for name, documents in sorted(rows)}

    def add_decision(self, decision: Decision) -> None:
        """Keep what a reviewer said."""
        self._reviews.add(decision)

    def decisions(self, unit: str | None = None) -> tuple[Decision, ...]:
        """What was said of a unit, or of all, oldest first."""
        return self._reviews.decisions(unit)

    def dismiss(self, unit: str, check: str, who: str, *, language: str = "", note: str = "") -> None:
        """Call an issue none, so that it is not raised again; an empty language means every variant."""
        self._reviews.dismiss(Dismissal(unit, check, language, who, datetime.now(UTC), note))

    def keep_dismissal(self, dismissal: Dismissal) -> None:
        """Keep a dismissal with the moment at which it was made."""
        self._reviews.dismiss(dismissal)

    def dismissals(self) -> tuple[Dismissal, ...]:
        """Every issue that was called none."""
        return self._reviews.dismissals()

    def add_terms(self, entries: Iterable[TermEntry]) -> Counts:
        """Keep term entries; one whose id is known takes the place of the stored one."""
        return self._terms.add(entries)

    def terms(self) -> tuple[TermEntry, ...]:
        """Every term entry."""
        return self._terms.entries()
