"""The one parent of every error this room raises."""


class AlignerError(Exception):
    """Something the aligner was given cannot be aligned; the message says what, where and what to do."""
