"""Decisions and dismissals to rows and back."""

from sqlalchemy import func, select

from alignments.tables import DECISIONS, DISMISSALS, UNITS
from alignments.units import Decision, Dismissal
from corpus.storage.database import Database, time_of, time_text


class ReviewRows:
    """What reviewers said; decisions are only ever added."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, decision: Decision) -> None:
        """Keep a decision."""
        row = {
            "unit": decision.unit,
            "verdict": decision.verdict,
            "who": decision.who,
            "made": time_text(decision.when),
            "note": decision.note,
        }
        self._database.insert("decisions", [row])

    def decisions(self, unit: str | None) -> tuple[Decision, ...]:
        """The decisions on a unit, or all, oldest first."""
        statement = select(DECISIONS).order_by(DECISIONS.c.id)
        if unit is not None:
            statement = statement.where(DECISIONS.c.unit == unit)
        rows = self._database.connection.execute(statement)
        return tuple(Decision(row.unit, row.verdict, row.who, time_of(row.made), row.note) for row in rows)

    def dismiss(self, dismissal: Dismissal) -> None:
        """Keep a dismissal; the latest word on an issue counts."""
        key = {"unit": dismissal.unit, "check_id": dismissal.check, "language": dismissal.language}
        row = key | {"who": dismissal.who, "made": time_text(dismissal.when), "note": dismissal.note}
        same = [DISMISSALS.c[name] == value for name, value in key.items()]
        with self._database.transaction():
            self._database.connection.execute(DISMISSALS.delete().where(*same))
            self._database.insert("dismissals", [row])

    def dismissals(self) -> tuple[Dismissal, ...]:
        """Every dismissal."""
        rows = self._database.connection.execute(select(DISMISSALS).order_by(DISMISSALS.c.unit, DISMISSALS.c.check_id))
        return tuple(Dismissal(row.unit, row.check_id, row.language, row.who, time_of(row.made), row.note) for row in rows)

    def forget(self, name: str, *, dry_run: bool) -> int:
        """Put an empty name in the place of a person's; how many times it stood there."""
        places = (UNITS.c.created_by, UNITS.c.changed_by, DECISIONS.c.who, DISMISSALS.c.who)
        found = 0
        for column in places:
            table = column.table
            found += self._database.connection.execute(select(func.count()).where(column == name)).scalar_one()
            if not dry_run:
                self._database.connection.execute(table.update().where(column == name).values({column.name: ""}))
        return found
