"""Readers: bytes become documents, and what cannot be read is reported without losing the rest."""

from newsparse.readers.jsonl import read_jsonl
from newsparse.readers.text import read_text

__all__ = ["read_jsonl", "read_text"]
