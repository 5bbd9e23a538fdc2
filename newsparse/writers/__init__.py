"""Writers: documents become text or a page, for people or for programs."""

from newsparse.serial import dumps as write_jsonl
from newsparse.serial import pretty as write_json
from newsparse.writers.page import PageOptions, write_page
from newsparse.writers.text import write_text

__all__ = ["PageOptions", "write_json", "write_jsonl", "write_page", "write_text"]
