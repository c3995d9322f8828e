"""Key word in context with its translations."""
