"""Where words stand: word and stem indexes that are filled with the units and answer searches at any size."""
