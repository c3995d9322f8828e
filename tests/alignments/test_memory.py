import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from alignments.errors import AlignmentsError
from alignments.memory import Memory, open_memory
from alignments.migrations.schema import SCHEMA_VERSION, VERSION_TABLE, described_tables, scripts
from alignments.units import TranslationUnit
from corpus.documents import Block, BlockKind, Document, Preparation, Reading, Segment, SourceFile
from corpus.errors import CorpusError


def preparation(text: str = "Бірінші сөйлем. Екінші сөйлем.", sha256: str = "a" * 64) -> Preparation:
    source = SourceFile("order.txt", sha256, "plain text", "utf-8")
    reading = Reading(source, text, (Block(text, BlockKind.PARAGRAPH, 0, len(text)),))
    cut = text.find(". ") + 1
    segments = (
        Segment(0, text[:cut], 0, BlockKind.PARAGRAPH, 0, cut, 1),
        Segment(1, text[cut + 1 :], 0, BlockKind.PARAGRAPH, cut + 1, len(text)),
    )
    return Preparation(reading, (Document("Бұйрық", "kk", source, segments, "", (("author", "Айгүл"),)),), ())


def test_the_newest_migration_is_the_version_the_program_expects() -> None:
    assert scripts().get_current_head() == SCHEMA_VERSION


def test_the_migrations_make_the_tables_the_program_describes(memory: Memory) -> None:
    context = MigrationContext.configure(memory.database.connection, opts={"version_table": VERSION_TABLE})
    assert compare_metadata(context, described_tables()) == []


def test_an_older_memory_on_postgresql_gets_blocks_into_the_indexes_of_its_words(url: str, units: list[TranslationUnit]) -> None:
    if url.startswith("sqlite"):
        pytest.skip("only PostgreSQL has them")
    kept = "SELECT indexdef FROM pg_indexes WHERE tablename = 'words_kk' AND indexdef LIKE '%USING gin%' ORDER BY indexname"
    with open_memory(url) as memory:
        memory.store.add_units(units)
        fresh = memory.database.fetch(kept)
        for kind in ("words", "stems"):
            memory.database.execute(f"DROP INDEX ix_words_kk_{kind}_blocks")
            memory.database.execute(f"CREATE INDEX ix_words_kk_{kind} ON words_kk USING gin ({kind})")
        memory.database.execute(f"UPDATE {VERSION_TABLE} SET version_num = '0002'")  # noqa: S608 - a constant
    with open_memory(url) as memory:
        assert memory.database.fetch(kept) == fresh
        assert len(fresh) == len(("words", "stems"))


def test_postgresql_plans_anew_for_every_value_but_in_a_search(url: str) -> None:
    if url.startswith("sqlite"):
        pytest.skip("only PostgreSQL plans so")
    shown = "SELECT current_setting('plan_cache_mode'), current_setting('random_page_cost')"
    with open_memory(url) as memory:
        outside = memory.database.fetch(shown)
        with memory.store.snapshot():
            assert memory.database.fetch(shown) == [("force_generic_plan", "1.1")]
        assert memory.database.fetch(shown) == outside


def test_a_database_of_somebody_else_is_refused(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "other.db") as other:
        other.execute("CREATE TABLE invoices (number INTEGER)")
    other.close()
    with pytest.raises(AlignmentsError, match="not made by tilmash"), open_memory(f"sqlite:///{tmp_path}/other.db"):
        pass


def test_a_newer_memory_is_refused(url: str) -> None:
    with open_memory(url) as memory:
        memory.database.connection.exec_driver_sql(f"UPDATE {VERSION_TABLE} SET version_num = '9999'")  # noqa: S608 - a constant
    with pytest.raises(AlignmentsError, match="newer tilmash"), open_memory(url):
        pass


def test_a_document_comes_back_as_it_was_stored(memory: Memory) -> None:
    added = memory.library.add(preparation(), "orders")
    stored = memory.library.document(added.documents[0].id)
    assert added.is_new
    assert stored.document.segments == preparation().documents[0].segments
    assert (stored.document.group, stored.document.metadata) == ("orders", (("author", "Айгүл"),))


def test_segments_point_into_the_text_as_read(memory: Memory) -> None:
    number = memory.library.add(preparation(), "orders").documents[0].id
    text = memory.library.text_as_read(number)
    for segment in memory.library.document(number).document.segments:
        assert text[segment.start : segment.stop] == segment.text


def test_the_same_file_twice_is_stored_once(memory: Memory) -> None:
    memory.library.add(preparation(), "orders")
    again = memory.library.add(preparation(), "orders")
    assert (again.is_new, len(again.documents), len(memory.library.documents())) == (False, 1, 1)


def test_a_listing_counts_segments_without_reading_them(memory: Memory) -> None:
    memory.library.add(preparation(), "orders")
    listed = memory.library.documents(with_segments=False)[0]
    assert (listed.segment_count, listed.document.segments) == (2, ())


def test_a_removed_document_is_forgotten_with_its_text(memory: Memory) -> None:
    number = memory.library.add(preparation(), "orders").documents[0].id
    memory.library.remove(number)
    with pytest.raises(CorpusError, match=f"document {number}: not in the library"):
        memory.library.text_as_read(number)
    assert memory.library.add(preparation(), "orders").is_new
