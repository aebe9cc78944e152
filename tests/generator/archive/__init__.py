"""Whole synthetic archives: organs over many years, what holds between their reports, and breaks of it that are known (see ../README.md)."""
