"""How units, decisions and terms lie in the database; used by the store only."""
