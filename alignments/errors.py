"""The one parent of every error this room raises."""


class AlignmentsError(Exception):
    """Units cannot be made, kept, found or exchanged; the message says what, where and what to do."""
