"""The database: opened, spoken to, and its complaints put into words."""
