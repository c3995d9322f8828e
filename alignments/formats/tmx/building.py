"""Units from what a TMX file says of them: tags made canonical, our own properties told from those of other tools."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import lru_cache

from alignments.errors import AlignmentsError
from alignments.files.options import ReadOptions
from alignments.files.times import moment
from alignments.formats.tmx import fields
from alignments.formats.tmx.places import Place, place_of
from alignments.unit_ids import unit_id
from alignments.units import InlineCode, Provenance, Status, TranslationUnit, Variant
from corpus.languages import canonical_tag

Props = Sequence[tuple[str, str]]
"""`prop` elements: type and text."""

Text = tuple[str, str | None, tuple[InlineCode, ...], Props]
"""A `tuv`: its language tag, its text (None without a `seg`), the codes in it, its properties."""

_NOWHERE = Place()
_STATUSES = {status.value: status for status in Status}


class Builder:
    """Makes the units of one file; `is_ours` files have fields of units among their properties."""

    def __init__(self, options: ReadOptions) -> None:
        self.is_ours = False
        self._options = options
        self._elsewhere = Provenance(source=options.name)
        self._defaults: dict[str, str] = {}

    def say_defaults(self, props: Props) -> None:
        """What the header says holds for every unit that does not say it itself."""
        self._defaults, _ = self._sorted_out(props)

    def unit(self, attributes: Mapping[str, str], texts: Sequence[Text], notes: Iterable[str], props: Props) -> TranslationUnit:
        """The unit. Raises AlignmentsError or CorpusError when a language or a text is missing."""
        if not texts:
            raise AlignmentsError("no variant (<tuv>) in it")
        own, properties = self._sorted_out(props)
        if self.is_ours:
            own = self._defaults | own
        place = place_of(own[fields.PLACE]) if fields.PLACE in own else _NOWHERE
        variants = self._variants(texts, own.get(fields.SOURCE_FILE, ""), place, properties)
        provenance = self._provenance(attributes, own, place)
        return TranslationUnit(
            attributes.get("tuid") or unit_id(provenance.source, variants),
            variants,
            fields.probability_of(own[fields.QUALITY]) if fields.QUALITY in own else None,
            _STATUSES.get(own.get(fields.STATUS, ""), Status.UNREVIEWED),
            provenance,
            tuple(notes),
            tuple(properties),
        )

    def _sorted_out(self, props: Props) -> tuple[dict[str, str], list[tuple[str, str]]]:
        """Our fields, and what is a property of the user."""
        ours = fields.OWN if self.is_ours else None
        own: dict[str, str] = {}
        properties = []
        for kind, value in props:
            if ours and kind in ours:
                own[ours[kind]] = value
            else:
                properties.append((fields.name_of(kind), value))
        return own, properties

    def _variants(
        self, texts: Sequence[Text], shared: str, place: Place, properties: list[tuple[str, str]]
    ) -> tuple[Variant, ...]:
        """The variants; `shared` is the document of those that name none, their own properties go to the unit's."""
        variants = []
        waiting = dict(place.segments)
        for tag, text, codes, props in texts:
            language = _language(tag)
            if text is None:
                raise AlignmentsError(f"the variant {tag} has no text (<seg>)")
            document = shared
            if props:
                of_variant, others = self._sorted_out(props)
                document = of_variant.get(fields.SOURCE_FILE) or of_variant.get(fields.TARGET_FILE) or shared
                properties += [(f"{language}:{name}", value) for name, value in others]
            own = waiting.get(tag)
            if own:
                waiting[tag] = own[1:]
            variants.append(Variant(language, text, document, own[0] if own else (), codes))
        return tuple(variants)

    def _provenance(self, given: Mapping[str, str], own: Mapping[str, str], place: Place) -> Provenance:
        is_dated = len(given) > ("tuid" in given)
        if not self.is_ours and not is_dated:
            return self._elsewhere
        return Provenance(
            own.get(fields.ORIGIN, "imported"),
            own.get(fields.SOURCE, "" if self.is_ours else self._options.name),
            place.passage,
            place.position,
            own.get(fields.SIGNATURE, ""),
            *(self._times(given) if is_dated else ()),
        )

    def _times(self, given: Mapping[str, str]) -> tuple[datetime | None, str, datetime | None, str]:
        """When a unit was made and by whom, when it was changed and by whom."""
        return (
            self._time(given, "creationdate"),
            given.get("creationid", ""),
            self._time(given, "changedate"),
            given.get("changeid", ""),
        )

    def _time(self, given: Mapping[str, str], name: str) -> datetime | None:
        text = given.get(name)
        if not text:
            return None
        when = moment(text)
        if when is None:
            self._options.report.remark(f"{self._options.name}: {name} {text!r} is no date; left out")
        return when


@lru_cache(maxsize=1000)
def _language(tag: str) -> str:
    if not tag:
        raise AlignmentsError("a variant without a language (xml:lang)")
    return canonical_tag(tag)
