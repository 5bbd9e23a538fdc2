"""A numeral in, what is attached to it out: sign, currency, unit, age, denominator, bounds."""
