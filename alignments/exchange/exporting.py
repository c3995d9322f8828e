"""The memory written out: selection, languages, variants and format put together."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from typing import IO

from alignments.errors import AlignmentsError
from alignments.exchange.options import WriteOptions
from alignments.exchange.outgoing import Tally, VariantChoice, outgoing
from alignments.formats import FORMATS, module_of
from alignments.selection import Selection
from alignments.store import Store

Opener = Callable[[], AbstractContextManager[IO[str] | IO[bytes]]]


@dataclass(frozen=True, slots=True)
class Departure:
    """What goes out and how: which units, how they are written, what becomes of several variants in one language."""

    selection: Selection
    options: WriteOptions
    variants: VariantChoice = VariantChoice.TOGETHER


def export_units(store: Store, form: str, departure: Departure, opened: Opener) -> Tally:
    """Write the selected units in a format; `opened` is called once the request is known to be possible.

    Raises AlignmentsError for a language that no unit has, and for a pair that is missing where a format needs one.
    """
    departure = replace(departure, options=_languages_settled(store, form, departure.options))
    languages = departure.options.languages
    tally = Tally()
    selection = replace(departure.selection, languages=languages)
    units = outgoing(store.units(selection), languages, departure.variants, tally)
    with opened() as stream:
        module_of(form).write(units, stream, departure.options)
    return tally


def _languages_settled(store: Store, form: str, options: WriteOptions) -> WriteOptions:
    for language in options.languages:
        if not store.count(Selection(languages=(language,))):
            raise AlignmentsError(f"no unit has text in {language}; `tilmash stats` shows the languages of the memory")
    if FORMATS[form].is_bilingual and len(options.languages) != 2:
        raise AlignmentsError(f"{form} holds two languages; say which with --pair, the source first, such as --pair kk-ru")
    return options
