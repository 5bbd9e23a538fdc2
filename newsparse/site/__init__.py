"""A corpus in the browser: questions come in by HTTP, from this machine alone; pages and tables go out."""

from newsparse.site.app import application

__all__ = ["application"]
