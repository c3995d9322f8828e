"""Marked-up text from strangers, read safely: web pages, XML, the styles of Word."""
