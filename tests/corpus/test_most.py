"""How many rows each list has unless more are asked for, and from how many on words are telling."""

from __future__ import annotations

import contextlib
import itertools
import string

import pytest

from newsparse.corpus import alike, articles, drafts, index, opened, people
from newsparse.corpus.audit import Audit
from newsparse.corpus.keywords import frequent
from newsparse.corpus.names import is_whole
from newsparse.corpus.opening import writable
from newsparse.corpus.rows import TITLE_CHARACTERS, title_of
from newsparse.corpus.search import Found, Search
from newsparse.model import Document, Meta
from newsparse.verification import verify
from tests.corpus.stories import article, count, person

MANY = 102
WORDS = ["".join(letters) for letters in itertools.product(string.ascii_lowercase[:5], repeat=3)][:MANY]
"""So many words of three letters."""


def story(number, word):
    """An article of an outlet of its own, in which a person, a port and somebody without a name speak."""
    name, body, crew = f"Ada {word.title()}son", f"Port {word.title()}", f"a {word}man"
    text = (
        f"“Rain {word},” said {name}. “Snow {word},” said {crew}, afraid of {word}.\n"
        f"“Hail {word},” said {body}. It cost {number + 5} {word}s."
    )
    who = {"name": crew, "words": crew, "kind": "unnamed", "anonymity": f"afraid of {word}"}
    port = {"name": body, "words": body, "kind": "organisation"}
    quotes = [(f"Rain {word},", person(name)), (f"Snow {word},", who), (f"Hail {word},", port)]
    figures = [(str(number + 5), count(number + 5), f"{word}s", None)]
    entities = [(name, "Person", None), (body, "Organization", None)]
    return article(text, title=word, outlet=word, entities=entities, quotes=quotes, figures=figures)


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """A corpus of more articles than any list shows."""
    path = tmp_path_factory.mktemp("many") / "news.db"
    index([story(number, word) for number, word in enumerate(WORDS)], path)
    with contextlib.closing(opened(path)) as database:
        yield database


def test_lists_end_after_so_many_rows(many):
    quotes, figures = (Found.of(many, kind, Search()) for kind in ("quotes", "figures"))
    audit = Audit(database=many)
    lists = {
        "articles": articles.listed(many),
        "people": people.listed(many),
        "speakers": quotes.speakers(),
        "outlets": quotes.outlets(),
        "counted": figures.counted(),
        "quantities": figures.quantities(),
        "reasons": audit.reasons(),
        "unnamed": audit.unnamed(),
        "affiliations": audit.affiliations(),
    }
    assert {name: len(rows) for name, rows in lists.items()} == {
        **dict.fromkeys(lists, 100),
        **dict.fromkeys(("speakers", "outlets", "counted"), 12),
    }
    assert (quotes.total, figures.total, articles.total(many)) == (3 * MANY, MANY, MANY)
    assert len(audit.sources("outlet")) == MANY


def test_company_are_twenty_at_most(tmp_path):
    names = [f"Ada {word.title()}son" for word in WORDS[:23]]
    text = " ".join(f"“Rain {word},” said {name}." for word, name in zip(WORDS, names, strict=False))
    quotes = [(f"Rain {word},", person(name)) for word, name in zip(WORDS, names, strict=False)]
    entities = [(name, "Person", None) for name in names]
    again = article(f"It rained. {text}", entities=entities, quotes=quotes)
    index([article(text, entities=entities, quotes=quotes), again], tmp_path / "news.db")
    with contextlib.closing(opened(tmp_path / "news.db")) as database:
        assert len(people.Person.find(database, 1).beside()) == 20
        assert len(people.Person.find(database, 1).beside(22)) == 22
        assert len(Found.of(database, "quotes", Search()).places()) == 12


def test_a_hundred_drafts_are_listed(tmp_path):
    index([story(0, "rain")], tmp_path / "news.db")
    number = drafts.store(tmp_path / "news.db", verify(article("It rained."), []))
    with contextlib.closing(writable(tmp_path / "news.db")) as database:
        heads = "title, path, verified, quotations, figures, unsupported, json"
        for key in WORDS:
            copied = f"INSERT INTO drafts (key, {heads}) SELECT ?, {heads} FROM drafts WHERE id = ?"
            database.execute(copied, [key, number])
    with contextlib.closing(opened(tmp_path / "news.db")) as database:
        assert (len(drafts.listed(database)), drafts.total(database)) == (100, MANY + 1)
        assert len(drafts.listed(database, most=200, after=100)) == 3


class TestWordsOfASearch:
    """Quotes of Bo, and as many of others."""

    def found(self, tmp_path, said, others=("oars mend", "oars rot", "oars fall", "oars float")):
        lines = [(words, "Bo Lind") for words in said]
        lines[1:1] = [(words, "Cy Hale") for words in others[1:-1]]
        lines = [(others[0], "Cy Hale"), *lines, (others[-1], "Cy Hale")]
        text = " ".join(f"“{words},” said {name}." for words, name in lines)
        quotes = [(f"{words},", person(name)) for words, name in lines]
        entities = [("Bo Lind", "Person", None), ("Cy Hale", "Person", None)]
        index([article(text, entities=entities, quotes=quotes)], tmp_path / "a")
        with contextlib.closing(opened(tmp_path / "a")) as database:
            found = frequent(database, Found.of(database, "quotes", Search(speaker="Lind")))
            assert len(frequent(database, Found.of(database, "quotes", Search(speaker="Nobody")))) == 0
            return [(row["word"], row["quotes"]) for row in found]

    def test_they_are_those_of_two_quotes_at_least(self, tmp_path):
        assert self.found(tmp_path, ["boats sank", "boats rose", "ferries left"]) == [("boats", 2)]

    def test_they_are_twenty_four_at_most(self, tmp_path):
        words = " ".join(f"{word}ship" for word in WORDS[:26])
        found = self.found(tmp_path, [f"{words} one", f"{words} two"])
        assert found == [(f"{word}ship", 2) for word in WORDS[:24]]

    def test_the_first_and_the_last_quote_of_the_corpus_count_as_all_others(self, tmp_path):
        # Each of the words is in one quote of somebody else, so none is more telling than the others.
        found = self.found(tmp_path, ["apes saw yaks, zebras", "yaks saw apes, zebras"], ["zebras", "apes", "yaks"])
        assert found == [("apes", 2), ("yaks", 2), ("zebras", 2)]


@pytest.mark.parametrize(
    ("label", "key", "expected"),
    [
        ("Person", "al rashid", True),
        ("Person", "a rashid", False),
        ("Person", "al bo rashid", True),
        ("Person", "rashid", False),
        ("Person", "", False),
        ("Organization", "x", True),
        ("Organization", "", False),
    ],
)
def test_a_person_s_name_is_whole_from_two_letters_and_two_parts_on(label, key, expected):
    assert is_whole(label, key) is expected


@pytest.mark.parametrize("length", [TITLE_CHARACTERS - 1, TITLE_CHARACTERS, TITLE_CHARACTERS + 1])
def test_a_long_title_is_shortened(length):
    title = title_of(Document(text="Rain.", meta=Meta(title="n" * length)))
    assert TITLE_CHARACTERS == 200
    assert title == "n" * min(length, 200) + (" …" if length > 200 else "")


class TestAlike:
    LONG = " ".join(f"{word}ship" for word in WORDS[:23])

    def found(self, tmp_path, draft, *texts):
        index([article(text, title=text) for text in texts], tmp_path / "news.db")
        with contextlib.closing(opened(tmp_path / "news.db")) as database:
            return [found.meta.title for found in alike(database, draft)]

    def test_of_a_long_quotation_the_24_longest_words_are_looked_for(self, tmp_path):
        words = f"tar anchor {self.LONG},"
        draft = article(f"“{words}” said Ada Brook.", quotes=[(words, person("Ada Brook"))])
        assert self.found(tmp_path, draft, "Much tar.", "An anchor.") == ["An anchor."]

    def test_an_article_that_two_quotations_are_like_is_given_once(self, tmp_path):
        given = [("Gulls sang,", person("Ada Brook")), ("Whales rose,", person("Ada Brook"))]
        draft = article("“Gulls sang,” and “Whales rose,” said Ada Brook.", quotes=given)
        assert self.found(tmp_path, draft, "Gulls and whales.", "Whales.") == ["Gulls and whales.", "Whales."]
