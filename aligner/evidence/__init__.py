"""One module a kind of evidence; each says a few things about every candidate bead, and can be switched off."""
