"""``name=value`` becomes an instance of a reader's or a writer's ``config``; what does not fit is one coded line."""

from __future__ import annotations

from typing import Literal

import attrs
import pytest

from newsparse.cli.options import configured
from newsparse.errors import ExtraMissingError, OptionError
from newsparse.extras import extra


@attrs.frozen
class Options:
    columns: tuple[str, ...] = ()
    rows: int = attrs.field(default=5, validator=attrs.validators.ge(1))
    share: float | None = None
    safe: bool = True
    layout: Literal["wide", "long"] = "wide"
    name: str = ""


def test_values_take_the_types_of_the_fields():
    given = ["columns=a, b", "rows=7", "share=0.5", "safe=no", "layout=long", "name=x=y"]
    assert configured("the writer 'x'", Options, given) == (Options(("a", "b"), 7, 0.5, False, "long", "x=y"),)


def test_without_options_the_defaults_hold_and_a_writer_without_a_config_gets_nothing():
    assert configured("the writer 'x'", Options, []) == (Options(),)
    assert configured("the writer 'x'", None, []) == ()


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ("rows=many", "rows=many: must be a whole number"),
        ("share=half", "must be a number"),
        ("safe=perhaps", "must be true or false"),
        ("layout=high", "must be one of wide, long"),
        ("rows=0", "'rows' must be >= 1"),
        ("row=1", "has no option 'row' (there are: columns, rows, share, safe, layout, name)"),
        ("rows", "needs the form name=value"),
    ],
)
def test_what_does_not_fit_is_named(given, words):
    with pytest.raises(OptionError) as caught:
        configured("the writer 'x'", Options, [given])
    assert words in caught.value.message


def test_a_writer_without_options_refuses_them():
    with pytest.raises(OptionError, match="the writer 'x' has no options, but was given 'rows'"):
        configured("the writer 'x'", None, ["rows=1"])


def test_a_missing_library_names_the_extra():
    with (
        pytest.raises(ExtraMissingError, match=r"'no_such_library' is not installed\. .*newsparse\[tables\]"),
        extra("tables"),
    ):
        import no_such_library  # noqa: F401
