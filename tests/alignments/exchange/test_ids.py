"""Units of one file that share an id: the same texts are one unit, other texts get an id of their own; on both databases."""

from dataclasses import replace

import pytest

from alignments.exchange.incoming import Arrival, import_units
from alignments.files.options import Report
from alignments.memory import Memory
from alignments.units import Provenance, TranslationUnit, Variant

FIRST = TranslationUnit(
    "1", (Variant("kk", "Бірінші бап."), Variant("ru", "Статья первая.")), provenance=Provenance(source="a.tmx")
)
SECOND = replace(FIRST, variants=(Variant("kk", "Екінші бап."), Variant("ru", "Статья вторая.")))


@pytest.mark.parametrize("together", [1, 2000])
def test_other_texts_under_an_id_of_this_file_get_their_own_id(
    memory: Memory, monkeypatch: pytest.MonkeyPatch, together: int
) -> None:
    monkeypatch.setattr("alignments.exchange.incoming.BATCH", together)
    for _ in range(2):
        counts = import_units(memory, [FIRST, SECOND, FIRST, SECOND], Report(), Arrival())
        assert counts.read == 4
    assert memory.store.unit("1").variants[0].text == "Бірінші бап."
    assert sorted(unit.variants[0].text for unit in memory.store.units()) == ["Бірінші бап.", "Екінші бап."]
