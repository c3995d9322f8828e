"""Imports that tell the truth: read, created, updated, skipped, failed, each with its reason, all or nothing."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from itertools import islice

from alignments.files.options import Report
from alignments.intake import Counts, Policy
from alignments.memory import Memory
from alignments.unit_ids import unit_id
from alignments.units import TermEntry, TranslationUnit, Variant
from corpus.languages import LANGUAGES_OF_COUNTRIES
from corpus.storage.database import Database

BATCH = 1_000
"""Units whose ids are looked up together."""

USUAL_SCRIPTS = {"kk": "Cyrl", "ru": "Cyrl", "en": "Latn"}
"""What BCP 47 asks to leave out (Suppress-Script of the IANA registry): `kk-Cyrl` is `kk`, `kk-Latn` is not."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """How units are taken in: which language is called what, whether regions count, what becomes of known units.

    `who` decides where a file holds decisions.
    """

    language_map: Mapping[str, str] = field(default_factory=dict)
    keep_regions: bool = False
    policy: Policy = Policy.NEWER
    is_trial: bool = False
    who: str = ""


class TrialEndedError(Exception):
    """Ends the transaction of a trial, so that nothing is kept."""


def import_units(memory: Memory, units: Iterable[TranslationUnit], report: Report, arrival: Arrival) -> Counts:
    """Take units in within one transaction and count what became of them; an error of the reader changes nothing."""
    counts = Counts()
    skipped: Counter[str] = Counter()
    with suppress(TrialEndedError), memory.transaction():
        accepted = _distinct(_acceptable(units, arrival, report, skipped), memory, report)
        counts = memory.store.add_units(accepted, arrival.policy)
        if arrival.is_trial:
            raise TrialEndedError
    if counts.skipped:
        skipped[f"in the memory already ({arrival.policy} keeps what is stored)"] = counts.skipped
    return _whole(counts, report, skipped)


def import_terms(memory: Memory, entries: Iterable[TermEntry], report: Report, arrival: Arrival) -> Counts:
    """Take term entries in within one transaction and count what became of them."""
    counts, skipped = Counts(), Counter[str]()
    with suppress(TrialEndedError), memory.transaction():
        counts = memory.store.add_terms(_not_yet_there(memory, _under_our_tags(entries, arrival, report), skipped))
        if arrival.is_trial:
            raise TrialEndedError
    return _whole(counts, report, skipped)


def _not_yet_there(memory: Memory, entries: Iterable[TermEntry], skipped: Counter[str]) -> Iterator[TermEntry]:
    """The entries but those that say what one of another id says: the same list again under another name."""
    known = {_content(entry): entry.id for entry in memory.store.terms()}
    for entry in entries:
        if known.setdefault(_content(entry), entry.id) == entry.id:
            yield entry
        else:
            skipped["the same terms are there already"] += 1


def _content(entry: TermEntry) -> tuple[frozenset[tuple[str, str]], str, str]:
    return frozenset(entry.terms), entry.part_of_speech, entry.subject


def _under_our_tags(entries: Iterable[TermEntry], arrival: Arrival, report: Report) -> Iterator[TermEntry]:
    """The entries in the languages the memory knows."""
    tags: dict[str, str] = dict(arrival.language_map)
    for entry in entries:
        _know_tags(tags, (language for language, _ in entry.terms), arrival, report)
        yield replace(entry, terms=tuple((tags[language], term) for language, term in entry.terms))


def _know_tags(tags: dict[str, str], languages: Iterable[str], arrival: Arrival, report: Report) -> None:
    """Find out how the memory calls languages that are met for the first time."""
    for language in languages:
        if language not in tags:
            tags[language] = language if arrival.keep_regions else plain_tag(language)
            if tags[language] != language:
                report.remark(f"{language} is kept as {tags[language]}; --keep-regions keeps it as it is")


def _whole(counts: Counts, report: Report, skipped: Counter[str]) -> Counts:
    """The counts with what never reached the store."""
    before = sum(skipped.values()) - counts.skipped
    for reason, count in skipped.items():
        report.remark(f"skipped: {reason}: {count:,}")
    return Counts(
        read=counts.read + before + report.failed,
        created=counts.created,
        updated=counts.updated,
        skipped=counts.skipped + before,
        failed=counts.failed + report.failed,
        failures=[*report.failures, *counts.failures],
    )


def _acceptable(
    units: Iterable[TranslationUnit], arrival: Arrival, report: Report, skipped: Counter[str]
) -> Iterator[TranslationUnit]:
    """The units that translate something, in the languages the memory knows."""
    tags: dict[str, str] = dict(arrival.language_map)
    for unit in units:
        languages = [variant.language for variant in unit.variants]
        _know_tags(tags, languages, arrival, report)
        if [tags[language] for language in languages] != languages:
            variants = tuple(replace(variant, language=tags[variant.language]) for variant in unit.variants)
            unit = replace(unit, variants=variants)  # noqa: PLW2901 - the same unit under the tags of the memory
        if len({variant.language for variant in unit.variants if variant.text.strip()}) < 2:
            skipped["text in one language only"] += 1
        else:
            yield unit


def plain_tag(tag: str) -> str:
    """The tag without its region and without a script that goes without saying: `kk-Cyrl-KZ` → `kk`, `ru-RU` → `ru`.

    A country written for a language is that language: `kz` → `kk`.
    """
    language, *rest = tag.split("-")
    language = LANGUAGES_OF_COUNTRIES.get(language, language)
    scripts = [part for part in rest[:1] if len(part) == 4 and part != USUAL_SCRIPTS.get(language)]
    return "-".join([language, *scripts])


def _distinct(units: Iterable[TranslationUnit], memory: Memory, report: Report) -> Iterator[TranslationUnit]:
    """The units, those with another unit's id under a new one.

    Many tools number every file from 1. A unit of another file, or another text under the same id of this file, is no
    newer form of the stored unit: it gets the id that its own texts make.
    """
    incoming = iter(units)
    execute = memory.database.connection.exec_driver_sql
    execute("CREATE TEMPORARY TABLE seen (id TEXT PRIMARY KEY, texts BIGINT NOT NULL)")
    while batch := list(islice(incoming, BATCH)):
        stored = memory.store.stored_among([unit.id for unit in batch])
        is_foreign = [_is_of_another_file(unit, stored.get(unit.id)) for unit in batch]
        texts = [hash(tuple((variant.language, variant.text) for variant in unit.variants)) for unit in batch]
        own = [(unit.id, own) for unit, own, foreign in zip(batch, texts, is_foreign, strict=True) if not foreign]
        first = _first_texts(memory.database, own)
        for unit, own_texts, foreign in zip(batch, texts, is_foreign, strict=True):
            if foreign or first.get(unit.id, own_texts) != own_texts:
                report.remark("ids that other units have already were renewed")
                yield replace(unit, id=unit_id(unit.provenance.source, _without_places(unit)))
            else:
                yield unit
    execute("DROP TABLE seen")


def _first_texts(database: Database, units: Sequence[tuple[str, int]]) -> dict[str, int]:
    """The mark of the texts that each id had first in this file; the database keeps them in a tenth of a dictionary's room."""
    database.execute_many("INSERT INTO seen (id, texts) VALUES (?, ?) ON CONFLICT DO NOTHING", units)
    question = f"SELECT seen.id, seen.texts FROM {database.given_texts} JOIN seen ON seen.id = wanted.value"  # noqa: S608 - constants
    return dict(database.fetch(question, (json.dumps([name for name, _ in units]),)))


def _is_of_another_file(unit: TranslationUnit, known: TranslationUnit | None) -> bool:
    return known is not None and known.provenance.source != unit.provenance.source and not _same(known, unit)


def _same(one: TranslationUnit, other: TranslationUnit) -> bool:
    return {(v.language, v.text) for v in one.variants} == {(v.language, v.text) for v in other.variants}


def _without_places(unit: TranslationUnit) -> tuple[Variant, ...]:
    return tuple(Variant(variant.language, variant.text) for variant in unit.variants)
