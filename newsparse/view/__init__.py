"""Pages to look at: an article with its claims beside it, in one file that needs nothing else."""

from newsparse.view.page import fragment, render

__all__ = ["fragment", "render"]
