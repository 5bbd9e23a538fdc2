"""Readers: bytes become documents, and what cannot be read is reported without losing the rest."""

from newsparse.readers.failing import unread
from newsparse.readers.feed import read_feed
from newsparse.readers.jsonl import begins_jsonl, read_jsonl
from newsparse.readers.ninjs import read_ninjs
from newsparse.readers.text import read_text

__all__ = ["begins_jsonl", "read_feed", "read_jsonl", "read_ninjs", "read_text", "unread"]
