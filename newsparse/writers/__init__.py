"""Writers: one document becomes text, for people or for programs."""

from newsparse.serial import dumps as write_jsonl
from newsparse.serial import pretty as write_json
from newsparse.writers.text import write_text

__all__ = ["write_json", "write_jsonl", "write_text"]
