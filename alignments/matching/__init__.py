"""Exact, context and fuzzy matches: the memory as a translator uses it."""
