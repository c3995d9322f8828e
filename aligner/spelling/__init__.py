"""Spellings made comparable: across scripts, by sound, and Kazakh in Latin letters."""
