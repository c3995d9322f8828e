"""The only room that speaks to people."""
