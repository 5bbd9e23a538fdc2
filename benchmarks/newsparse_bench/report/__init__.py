"""Reports made from results: tables in Markdown and one self-contained page of HTML."""

from newsparse_bench.report.page import page
from newsparse_bench.report.tables import markdown, speed_markdown

__all__ = ["markdown", "page", "speed_markdown"]
