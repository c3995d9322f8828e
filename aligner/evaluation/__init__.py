"""Agreement of alignments with what people checked."""
