"""Times as the formats write them: `20261121T053832Z` in TMX, ISO 8601 elsewhere."""

import re
from datetime import UTC, datetime

from alignments.files.remembered import remembered

_DIGITS = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?:[T ]?(\d\d):?(\d\d)(?::?(\d\d))?(?:\.\d+)?)?(Z|[+-]\d\d:?\d\d)?")


def compact(when: datetime) -> str:
    """The TMX form, UTC: `20261121T053832Z`."""
    return iso(when).replace("-", "").replace(":", "")


def iso(when: datetime) -> str:
    """The ISO 8601 form, UTC: `2026-11-21T05:38:32Z`."""
    return when.astimezone(UTC).isoformat()[:19] + "Z"


@remembered(1000)
def moment(text: str) -> datetime | None:
    """The moment that any common form means, UTC where it does not say; None when it is no date (or an impossible one)."""
    match = _DIGITS.fullmatch(text.strip())
    if match is None:
        return None
    year, month, day, hour, minute, second, zone = match.groups()
    offset = "+00:00" if zone in {None, "Z"} else zone
    try:
        plain = f"{year}-{month}-{day}T{hour or '00'}:{minute or '00'}:{second or '00'}{offset}"
        return datetime.fromisoformat(plain).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
