"""Documents as JSON and JSONL, and back without loss."""

from newsparse.serial.documents import SCHEMA, dumps, loads, loads_first, pretty
from newsparse.serial.lines import dump_jsonl, load_jsonl

__all__ = ["SCHEMA", "dump_jsonl", "dumps", "load_jsonl", "loads", "loads_first", "pretty"]
