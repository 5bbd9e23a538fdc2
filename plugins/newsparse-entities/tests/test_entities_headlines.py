"""Roles that a headline gives before the article names who has them."""

from __future__ import annotations

import pytest

HEADLINE = "Quay will cost twice as much, auditor says"
HOLT = "It will cost £9, said {Nadia Holt:Person}, the county's auditor."
TREE = {
    "Holt": ("PROPN", "nsubj", "said"),
    "county": ("NOUN", "nmod:poss", "auditor"),
    "auditor": ("NOUN", "appos", "Holt"),
}


def test_a_role_in_a_headline_is_the_person_introduced_with_it(read):
    assert read(HEADLINE, HOLT, joint="\n\n", tree=TREE).words("Nadia Holt")[0] == "auditor"


@pytest.mark.parametrize(
    "sentences",
    [
        ("The quay will cost twice as much, auditor says.", HOLT),
        ("Quay will cost twice as much, auditors say", HOLT),
        (HEADLINE, HOLT, "{Simon Brandt:Person}, an auditor, agreed."),
        (HEADLINE, "It will cost £9, said {Nadia Holt:Person}, the county's mayor."),
    ],
    ids=["no headline", "several", "two of them", "another role"],
)
def test_a_role_in_a_headline_stays_open_where_nobody_or_two_have_it(read, sentences):
    tree = {**TREE, "auditor": ("NOUN", None, None)} if len(sentences) > 2 else TREE
    words = read(*sentences, joint="\n\n", tree=tree).words("Nadia Holt")
    assert words[0] == "Nadia Holt"
