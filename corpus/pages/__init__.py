"""From letters at their places on a page to lines in reading order; knows nothing of any file format."""
