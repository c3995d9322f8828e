"""Stored documents become units: which passages translate each other, and what the aligner makes of them."""
