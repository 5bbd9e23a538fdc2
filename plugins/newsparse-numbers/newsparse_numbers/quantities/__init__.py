"""Numerals that passed in, quantities out: single values and ranges, with their roles in a change."""
