"""Templates of the site, which escape whatever is put into them."""

from __future__ import annotations

from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

from newsparse.visible import in_page, shortened

if TYPE_CHECKING:
    from jinja2 import Environment

from newsparse.site.page import Page

TITLE_CHARACTERS = 90


def rendered(page: Page, **values: Any) -> str:
    """The page as HTML."""
    return (
        _environment()
        .get_template(page.template)
        .render(title=page.title, downloads=tuple(page.tables), **page.values, **values)
    )


@cache
def style() -> str:
    """The style sheet of the site."""
    return resources.files("newsparse").joinpath("data", "site", "site.css").read_text("utf-8")


@cache
def icon() -> str:
    """The icon of the site, as SVG."""
    return resources.files("newsparse").joinpath("data", "site", "icon.svg").read_text("utf-8")


@cache
def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from jinja2.loaders import ChoiceLoader

    environment = Environment(
        loader=ChoiceLoader([PackageLoader("newsparse", f"data/{name}") for name in ("site", "view", "verification")]),
        autoescape=True,
        finalize=in_page,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["short"] = _short
    environment.filters["grouped"] = lambda number: f"{number or 0:,}"
    return environment


def _short(title: str) -> str:
    """A title in a list: an article without one is called by its first line, which may be a paragraph."""
    return shortened(title, TITLE_CHARACTERS)
