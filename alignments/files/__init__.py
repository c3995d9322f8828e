"""What the exchange formats are made of: lines, cells, markup, encodings, and what a reader or writer is told."""
