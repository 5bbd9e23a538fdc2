"""Text in, numerals out: digits and number words with exact values and places."""
