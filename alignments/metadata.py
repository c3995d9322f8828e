"""What is known of the documents that units stand in: author, date and so on, from the columns of a table."""

from collections.abc import Mapping

from alignments.memory import Memory
from alignments.pairing.groups import JOINED_BY
from alignments.units import TranslationUnit

Metadata = Mapping[tuple[str, str], tuple[tuple[str, str], ...]]
"""Names and values by the group and title of a document."""


def metadata_of(memory: Memory) -> Metadata:
    """What is known of the stored documents."""
    stored = (one.document for one in memory.library.documents(with_segments=False))
    return {(document.group, document.title): document.metadata for document in stored if document.metadata}


def properties_of(unit: TranslationUnit, metadata: Metadata) -> dict[str, str]:
    """What is known of the documents of a unit, and its own properties, which go before."""
    groups = unit.provenance.source.split(JOINED_BY)
    documents = ((group, variant.document) for variant in unit.variants for group in groups)
    told = {name: value for document in documents for name, value in metadata.get(document, ())}
    return told | dict(unit.properties)
