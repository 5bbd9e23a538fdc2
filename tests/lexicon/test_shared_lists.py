"""The word lists of all shipped plugins together: no word is kept in two places; run where they are installed."""

from __future__ import annotations

from importlib.util import find_spec

import pytest

from newsparse.testing import check_lexicons

PLUGINS = ("newsparse_english", "newsparse_entities", "newsparse_numbers", "newsparse_quotes")
pytestmark = pytest.mark.skipif(
    not all(map(find_spec, PLUGINS)), reason="the extractors that newsparse ships are not installed"
)

ALIKE = {
    ("given.names", "names.spellings"): "given names, and those of them that are spelt in several ways",
    ("across.aspects", "ranges.sizes"): "what is measured of a thing, in all words for it, and adjectives after a size",
    ("across.comparatives", "changes.comparatives"): "by which a figure is disputed, and by which a change is stated",
    ("across.fates", "claims.fated"): "what happens to people in all words for it, and what follows their number",
    ("across.fates", "claims.harming"): "what happens to people in all words for it, and other verbs that count people",
    ("across.fates", "claims.killing"): "what happens to people in all words for it, and verbs that take their number",
    ("across.included", "money.payments"): "what a sum may include, and what is paid in pounds rather than weighed",
    ("across.sides", "roles.kinds"): "who speaks for a side in court or at work, and kinds of people",
    ("across.references", "cues.claims"): "nouns by which others refer to a claim, among them those that lead to one",
    ("across.references", "cues.nouns"): "nouns by which others refer to a claim, among them those that lead to one",
    ("money.after", "money.families"): "codes of currencies after an amount, and those that share a sign",
    ("money.families", "money.symbols"): "codes of currencies that share a sign, and what each sign means",
    ("nouns.people", "roles.kinds"): "says which nouns for people are kinds of which others",
    ("roles.kinds", "titles.words"): "as nouns for people: some of them are titles too",
    ("evidence.possessed", "nouns.people"): "whom bodies and people have, among other things that they have",
    (
        "nouns.people",
        "numerals.shared_nouns",
    ): "what is counted one in so many, in all its forms: people, births, homes",
    (
        "countries.names",
        "territories.names",
    ): "countries with one way to write their names, and the code of every country",
    (
        "countries.realms",
        "territories.names",
    ): "which countries are kingdoms and the like, and the code of every country",
    ("dates.northern", "territories.currencies"): "codes of countries, for the seasons there and for the currency",
    ("dates.southern", "territories.currencies"): "codes of countries, for the seasons there and for the currency",
    ("names.not_initials", "territories.currencies"): "letters that are no initials, and codes of countries",
    ("territories.currencies", "tokens.units"): "codes of countries, and symbols of units that are spelled like some",
    ("cues.nouns", "speech.verbs"): "nouns that attribute, and verbs that are spelled like them: a claim, to claim",
    ("nouns.people", "speakers.opposites"): "all nouns for people, and those of two that nobody is at once",
    ("claims.harming", "speakers.harming"): "verbs that count people, and what is done to whoever does not speak then",
    (
        "cues.recalled",
        "evidence.products",
    ): "goods and people that are called back, and after what a name is a product's",
    ("cues.requiring", "meaning.same"): "by which verbs a law acts, and which verbs mean the same in two articles",
    ("numbered.words", "speakers.laws"): "which laws have effects and say nothing, and what is known by its number",
    ("measures.times_per", "nouns.silent"): "for what time something is counted, and among much else what says nothing",
    ("shares.answers", "speech.verbs"): "forms of verbs by which a share of people answers a question",
}
"""Pairs of lists that have words in common, with the reason."""


def test_every_shared_list_is_read_and_no_two_plugins_have_the_same_list():
    check_lexicons(PLUGINS, ALIKE)
