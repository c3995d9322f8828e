"""Which language every text is in: by its letters and words, its neighbours, its column."""
