"""How a concordance looks: on a terminal, as a page to print, as a table, as JSON lines."""
