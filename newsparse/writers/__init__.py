"""Writers: documents become text or a page, for people or for programs."""

from newsparse.writers.json import JsonOptions, write_json, write_jsonl
from newsparse.writers.page import PageOptions, write_page
from newsparse.writers.text import write_text

__all__ = ["JsonOptions", "PageOptions", "write_json", "write_jsonl", "write_page", "write_text"]
