"""Settings of Sphinx."""

from newsparse import __version__

project = "newsparse"
author = "the newsparse authors"
copyright = "2026, the newsparse authors"
release = __version__
extensions = ["myst_parser", "sphinx.ext.autodoc"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"newsparse {__version__}"
myst_heading_anchors = 3
autodoc_typehints = "signature"
nitpicky = False
