"""One module per command; the table of names is in cli.main."""
