"""Files into the memory and out of it, in any of the formats."""
