"""A run against the database: what is known, staged, compared, written and taken back; whole runs at once in SQL."""
