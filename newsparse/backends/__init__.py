"""Backends: what turns raw text into layers of language analysis."""
