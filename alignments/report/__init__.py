"""The report on the quality of an alignment: one page that needs nothing but itself."""

from alignments.report.page import write_report

__all__ = ["write_report"]
