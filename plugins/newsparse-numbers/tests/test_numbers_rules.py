"""Every rule decides in its own example and keeps quiet in the other."""

from __future__ import annotations

import pytest

from newsparse.rules import traced
from newsparse_numbers import find_quantities
from newsparse_numbers.kinds import REASONS
from newsparse_numbers.quantities.roles import ROLE
from newsparse_numbers.rejection.rules import REJECTION


def decided(text: str) -> set[str | None]:
    """The names of the rules that decide something in ``text``."""
    with traced() as trace:
        find_quantities(text)
    return {entry.decided for entry in trace}


@pytest.mark.parametrize("rule", [*REJECTION.rules, *ROLE.rules], ids=lambda rule: rule.name)
def test_a_rule_of_rejection_or_role_decides_in_its_example_only(rule):
    assert rule.name in decided(rule.fires)
    assert rule.name not in decided(rule.quiet)


def test_every_reason_is_given_by_a_rule():
    with traced() as trace:
        for rule in REJECTION.rules:
            find_quantities(rule.fires)
    given = {entry.answer.split(" (")[0] for entry in trace if entry.decided}
    assert given == set(REASONS)
