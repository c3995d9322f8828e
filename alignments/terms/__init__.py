"""Translations of a term, from entries, the lexicon and the evidence of the units."""
