"""The bytes of files: found, taken whole, opened, told apart and turned into text."""
