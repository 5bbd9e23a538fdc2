"""Block quotes and pull quotes of a web page: their words, their marks and who said them."""

from __future__ import annotations

import pytest

from tests.readers.html.dues_page import inner


@pytest.mark.parametrize(
    "html",
    [
        "<blockquote><p>Nobody asked us.</p><footer>Ada Brook, harbour master</footer></blockquote>",
        "<blockquote><p>Nobody asked us.</p><footer>— <cite>Ada Brook</cite>, harbour master</footer></blockquote>",
        "<blockquote><p>“Nobody asked us.”</p><cite>Ada Brook, harbour master</cite></blockquote>",
        "<blockquote>Nobody asked us.<br>&mdash; Ada Brook, harbour master</blockquote>",
        "<blockquote><p>Nobody asked us.</p><p>– Ada Brook, harbour master</p></blockquote>",
        "<figure><blockquote>Nobody asked us.</blockquote><figcaption>Ada Brook, harbour master</figcaption></figure>",
        "<div class='c-quote'><p class='c-quote__text'>Nobody asked us.</p>"
        "<p class='c-quote__author'>Ada Brook, harbour master</p></div>",
        "<aside class='pullquote'><p>Nobody asked us.</p><span class='attribution'>Ada Brook, harbour master</span>"
        "</aside>",
    ],
)
def test_a_block_quote_keeps_its_speaker(html):
    assert inner(html) == ["“Nobody asked us.”\n— Ada Brook, harbour master"]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("Nobody asked us.<br><cite>Ada Brook</cite>", "“Nobody asked us.”\n— Ada Brook"),
        ("Nobody asked us. <cite>Ada Brook</cite>", "“Nobody asked us.”\n— Ada Brook"),
        ("<b>Nobody asked us</b> <cite>Ada Brook</cite>", "“Nobody asked us”\n— Ada Brook"),
        ("Nobody asked us, said <cite>Ada Brook</cite>", "“Nobody asked us, said Ada Brook”"),
        ("<p>Nobody asked us.</p><span class='credit'>Ada Brook</span>", "“Nobody asked us.”\n— Ada Brook"),
        ("<p>Nobody asked us.</p><footer>—</footer>", "“Nobody asked us.”"),
        ("<footer>Ada Brook</footer>", "— Ada Brook"),
        ("— Nobody asked us", "“— Nobody asked us”"),
        ("Nobody asked us.<br>They pay.", "“Nobody asked us.\nThey pay.”"),
        ("<b>We wait.</b><br>They pay.", "“We wait.\n\n“They pay.”"),
        ("<p>View this post on Instagram, she said.</p>", "“View this post on Instagram, she said.”"),
    ],
)
def test_what_stands_beside_the_words_of_a_block_quote_is_whose_they_are_only_by_its_place(html, expected):
    assert inner(f"<blockquote>{html}</blockquote>") == expected.split("\n\n")


def test_a_block_quote_of_two_paragraphs_opens_each_and_closes_the_last():
    html = "<blockquote><p>We waited.</p><p>We paid.</p><footer>Ada Brook</footer></blockquote>"
    assert inner(html) == ["“We waited.", "“We paid.”\n— Ada Brook"]


def test_a_work_that_a_block_quote_names_is_no_speaker():
    html = "<blockquote><p>As <cite>The Orla Post</cite> wrote, nobody asked us.</p></blockquote>"
    assert inner(html) == ["“As The Orla Post wrote, nobody asked us.”"]


def test_marks_are_left_alone_on_request():
    html = "<blockquote><p>Nobody asked us.</p><footer>Ada Brook</footer></blockquote>"
    assert inner(html, marks=False) == ["Nobody asked us.\n— Ada Brook"]


def test_a_pull_quote_that_the_article_has_anyway_is_left_out():
    said = "<p>“Nobody asked the people who pay,” she said.</p>"
    assert inner(said, "<aside class='pull-quote'>Nobody asked the people who pay</aside>") == [
        "“Nobody asked the people who pay,” she said."
    ]


SAID = "<p>“Nobody asked the people who pay,” she said.</p>"
PULLED = "<blockquote>{} asked the people who pay<footer>Ada Brook</footer></blockquote>"


@pytest.mark.parametrize(
    ("html", "is_left_out"),
    [
        (f"<div class='pulled'>{PULLED.format('Nobody')}</div>", True),
        (f"<aside>{PULLED.format('Nobody')}</aside>", True),
        (f"<div class='pulled'>{PULLED.format('Everybody')}</div>", False),
        (PULLED.format("Nobody"), False),
    ],
)
def test_only_what_is_set_apart_and_repeats_the_article_is_a_pull_quote(html, is_left_out):
    quote = "“Nobody asked the people who pay,” she said."
    for parts in ((SAID, html), (html, SAID)):
        found = inner(*parts)
        assert quote in found
        assert (found == [quote]) is is_left_out
        assert any(item.endswith("\n— Ada Brook") for item in found) is not is_left_out


def test_a_pull_quote_of_few_letters_is_kept():
    said = "<p>“No, no,” she said.</p>"
    assert inner(said, "<blockquote class='pullquote'>No, no</blockquote>") == ["“No, no,” she said.", "“No, no”"]
