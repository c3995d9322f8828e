"""The one parent of every error this room raises."""


class CorpusError(Exception):
    """A file cannot be read or kept; the message says what, where and what to do."""
