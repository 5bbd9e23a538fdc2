"""Reports made from results: tables and a page in Markdown, and one self-contained page of HTML."""

from newsparse_bench.report.document import document
from newsparse_bench.report.page import page
from newsparse_bench.report.tables import markdown, speed_markdown

__all__ = ["document", "markdown", "page", "speed_markdown"]
