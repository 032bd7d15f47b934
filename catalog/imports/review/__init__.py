"""A run as people see it: what waits for them and why, in sentences; as a page, as data, as their own file marked."""
