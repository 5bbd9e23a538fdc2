"""What a run keeps beside its output: finished articles come back in their places, and others' files are left alone."""

from __future__ import annotations

import itertools
import json

import pytest

import newsparse
from newsparse.cli.journal import Journal, beside
from newsparse.errors import WriteError
from newsparse.model import Document, Finding, Span

KINDS = newsparse.Host.of("newsparse.builtin").kinds
HERE = {"version": "1", "language": "en"}


def journal(path, conditions=HERE):
    return Journal(path / "out.jsonl.part", conditions, KINDS)


def articles(letters):
    return [Document(text=f"Ada said no. {letter}", id=letter) for letter in letters]


def marked(made):
    """A run that says of each article that it was made, and writes down which."""

    def run(taken):
        for article in taken:
            made.append(article.id)
            yield Document(text=article.text, id=f"{article.id}!")

    return run


def done(path, letters, *, most=None, conditions=HERE):
    """Which articles a run makes anew, and what comes of all of them; it may stop after some."""
    made = []
    with_what = journal(path, conditions)
    if with_what.path.exists():
        with_what.recover()
    found = [item.id for item in itertools.islice(with_what.results(articles(letters), marked(made)), most)]
    with_what.close()
    return "".join(made), "".join(found), with_what.count


def test_a_run_goes_on_behind_what_is_done(tmp_path):
    assert done(tmp_path, "abcd", most=2) == ("ab", "a!b!", 2)
    assert done(tmp_path, "abcd") == ("cd", "a!b!c!d!", 4)
    assert done(tmp_path, "abcd") == ("", "a!b!c!d!", 4)


@pytest.mark.parametrize(
    ("first", "second", "made"),
    [
        ("ac", "abc", "b"),
        ("b", "abc", "ac"),
        ("cba", "abc", ""),
        ("abc", "ca", ""),
        ("abc", "dabc", "d"),
        ("a", "aaa", "aa"),
        ("aa", "aba", "b"),
        ("ab", "", ""),
    ],
)
def test_what_is_done_comes_in_the_order_of_the_articles_each_as_often_as_it_was_made(tmp_path, first, second, made):
    done(tmp_path, first)
    anew, found, count = done(tmp_path, second)
    assert (anew, found) == (made, "".join(f"{letter}!" for letter in second))
    assert count == len(first) + len(made)


def test_articles_that_are_the_same_come_back_each_as_it_was_made(tmp_path):
    with_what = journal(tmp_path)
    number = itertools.count()
    numbered = lambda taken: (Document(text=item.text, id=str(next(number))) for item in taken)  # noqa: E731
    first = [item.id for item in with_what.results(articles("aa"), numbered)]
    with_what.close()
    again = journal(tmp_path)
    again.recover()
    assert [item.id for item in again.results(articles("aa"), numbered)] == first == ["0", "1"]
    again.close()


@pytest.mark.parametrize("cut", [1, 5, 21])
def test_an_article_that_was_cut_off_is_made_anew(tmp_path, cut):
    done(tmp_path, "abc")
    path = tmp_path / "out.jsonl.part"
    whole = path.read_bytes()
    path.write_bytes(whole[:-cut])
    assert done(tmp_path, "abc")[:2] == ("c", "a!b!c!")
    assert path.read_bytes() == whole


def test_a_journal_that_ends_with_an_article_loses_none(tmp_path):
    done(tmp_path, "a")
    path = tmp_path / "out.jsonl.part"
    whole = path.read_bytes()
    assert done(tmp_path, "a")[:2] == ("", "a!")
    assert path.read_bytes() == whole
    path.write_bytes(whole + whole[-1:] * 19)  # less than what stands before each article
    assert done(tmp_path, "ab")[:2] == ("b", "a!b!")


@pytest.mark.parametrize(
    ("other", "differing"),
    [
        ({"version": "2", "language": "en"}, "version"),
        ({"version": "2", "language": "de"}, "language, version"),
        ({"version": "1", "language": "en", "keep": True}, "keep"),
        ({"version": "1"}, "language"),
    ],
)
def test_a_journal_of_a_run_that_differs_is_refused_with_what_differs(tmp_path, other, differing):
    done(tmp_path, "a")
    with pytest.raises(WriteError, match=f"belongs to a run that differs in {differing}\\. Use the same settings"):
        done(tmp_path, "ab", conditions=other)
    assert done(tmp_path, "a")[0] == ""


def test_conditions_are_the_same_when_json_says_so(tmp_path):
    done(tmp_path, "a", conditions={"path": tmp_path, "names": ("a", "b")})
    assert done(tmp_path, "a", conditions={"names": ["a", "b"], "path": str(tmp_path)})[0] == ""


@pytest.mark.parametrize(
    "content", [b"", b"mine", b"newsparse journal 2\n{}\n", b"newsparse journal 1\n", b"newsparse journal 1\n[]\n"]
)
def test_a_file_that_is_no_journal_is_refused_and_stays(tmp_path, content):
    path = tmp_path / "out.jsonl.part"
    path.write_bytes(content)
    with pytest.raises(WriteError, match="is not a journal of newsparse. Move it away"):
        journal(tmp_path).recover()
    assert path.read_bytes() == content


def test_a_journal_says_in_its_second_line_what_decides_its_results(tmp_path):
    done(tmp_path, "a")
    magic, conditions = (tmp_path / "out.jsonl.part").read_bytes().split(b"\n")[:2]
    assert magic == b"newsparse journal 1"
    assert conditions == json.dumps(HERE, sort_keys=True).encode()


def test_nothing_is_kept_where_nothing_is_done_and_removing_it_is_no_fault(tmp_path):
    with_what = journal(tmp_path)
    assert list(with_what.results([], marked([]))) == []
    with_what.remove()
    assert list(tmp_path.iterdir()) == []
    done(tmp_path, "a")
    with_what = journal(tmp_path)
    with_what.recover()
    with_what.remove()
    with_what.close()
    assert list(tmp_path.iterdir()) == []


def test_each_article_is_kept_before_it_is_given_on(tmp_path):
    with_what = journal(tmp_path)
    for number, _ in enumerate(with_what.results(articles("abc"), marked([])), 1):
        other = journal(tmp_path)
        other.recover()
        assert other.count == number
        other.close()
    with_what.close()


def test_what_json_cannot_hold_is_made_anew(tmp_path):
    finding = Finding.make("Ada", Span(0, 3), checked="quote", verdict="absent", likeness=float("nan"))
    odd = Document(text="Ada", id="a").with_layer("findings", [finding])
    for _ in range(2):
        made = []
        with_what = journal(tmp_path)
        if with_what.path.exists():
            with_what.recover()

        def run(taken, made=made):
            for article in taken:
                made.append(article.id)
                yield article

        found = list(with_what.results([odd, *articles("b")], run))
        with_what.close()
        assert [item.id for item in found] == ["a", "b"]
    assert made == ["a"]


def test_the_journal_of_a_folder_is_beside_it():
    assert [str(beside(place)) for place in ("out.jsonl", "tables", "tables/", "a/b//")] == [
        *("out.jsonl.part", "tables.part", "tables.part", "a/b.part"),
    ]
