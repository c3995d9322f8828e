"""The checks of quality: one module each, and one line here. `alignments.examination` runs them."""

from collections.abc import Collection

from alignments.checks import (
    addresses,
    brackets,
    doubled_words,
    duplicates,
    empty,
    inconsistent,
    keywords,
    lengths,
    low_probability,
    mixed_alphabets,
    names,
    numbers,
    omission,
    sentences,
    tags,
    terminology,
    unrelated,
    untranslated,
    wrong_language,
)
from alignments.errors import AlignmentsError
from alignments.inspection.findings import Check

CHECKS: dict[str, Check] = {
    module.CHECK.id: module.CHECK
    for module in (
        numbers,
        untranslated,
        wrong_language,
        unrelated,
        lengths,
        omission,
        sentences,
        low_probability,
        empty,
        keywords,
        mixed_alphabets,
        terminology,
        names,
        inconsistent,
        duplicates,
        addresses,
        tags,
        brackets,
        doubled_words,
    )
}
"""Every check by its id, in the order in which its issues are shown."""


def chosen_checks(only: Collection[str] = (), skip: Collection[str] = ()) -> tuple[Check, ...]:
    """The checks to run. Raises AlignmentsError for an unknown id."""
    for name in (*only, *skip):
        if name not in CHECKS:
            raise AlignmentsError(f"{name!r} is no check; choose from {', '.join(CHECKS)}")
    return tuple(check for name, check in CHECKS.items() if (not only or name in only) and name not in skip)
