"""Stems: what the forms of a word have in common, by our own rules for Kazakh and by Snowball for other languages."""
