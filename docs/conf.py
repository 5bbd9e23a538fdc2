"""Settings of Sphinx. ``ONLINE=1 make docs`` also links names of other projects, for which it asks their sites."""

import os

from newsparse import __version__

project = "newsparse"
author = "newsparse developers"
copyright = "2026, newsparse developers"
release = __version__
extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
source_suffix = {".md": "markdown"}
exclude_patterns = ["_build"]
html_theme = "furo"
html_title = f"newsparse {__version__}"
myst_heading_anchors = 3
autodoc_typehints = "signature"
autodoc_member_order = "groupwise"

# Our own names must lead somewhere; those of others do where their inventories can be had.
nitpick_ignore_regex = [
    ("py:.*", r"(?!newsparse).*"),
    ("py:class", r".*\.(Case|Found|Kind|Record|TextStream)"),  # variables of types
]
suppress_warnings = ["ref.python"]  # a field that is called like a type ("type") in several classes
if os.environ.get("ONLINE"):
    extensions.append("sphinx.ext.intersphinx")
    intersphinx_mapping = {
        "attrs": ("https://www.attrs.org/en/stable", None),
        "pandas": ("https://pandas.pydata.org/docs", None),
        "pyarrow": ("https://arrow.apache.org/docs", None),
        "python": ("https://docs.python.org/3", None),
    }
