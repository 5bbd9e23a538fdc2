"""The reader of web pages gives the article's text and nothing else."""

from __future__ import annotations

import pytest

from newsparse.errors import ReadError
from tests.readers.html.dues_page import CLOSE, LEAD, inner, page, read


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Dues bring &pound;3.4&nbsp;million.</p>", ["Dues bring £3.4 million."]),
        ("<p>A harb<b>our</b>\n  of <i>two</i>\tquays</p>", ["A harbour of two quays"]),
        ("<p>The Hafen&shy;meister left.</p>", ["The Hafenmeister left."]),
        ("<p>&#147;No,&#148; he said.</p>", ["“No,” he said."]),
        ("<p>She said <q>we <q>all</q> wait</q>.</p>", ["She said “we ‘all’ wait”."]),
        ("<p>Some 4,200 lorries<sup><a href='#n1'>1</a></sup> a week</p>", ["Some 4,200 lorries a week"]),
        ("<p>A quay of 30 m<sup>2</sup> holds 10<sup>6</sup> fish</p>", ["A quay of 30 m² holds 10⁶ fish"]),
        ("<p>Costs are <del>£3</del> <ins>£4</ins> million</p>", ["Costs are £4 million"]),
        ("<p>One wall.<script>var a = 'said';</script> Two walls.</p>", ["One wall. Two walls."]),
        ("<p>One wall.<p>Two walls.", ["One wall.", "Two walls."]),
        ("<div>One wall.<br><br>Two walls.<br>\n<br/>Three walls.</div>", ["One wall.", "Two walls.", "Three walls."]),
        ("<p>One quay<br>two quays</p>", ["One quay\ntwo quays"]),
        ("<p><b>The dues</b><br>They rise in June.</p>", ["The dues", "They rise in June."]),
        ("<pre>One\nwall.\n \nTwo walls.</pre>", ["One wall.", "Two walls."]),
        ("<h2>What next</h2><p>The council votes.</p>", ["What next", "The council votes."]),
        (
            "<ul><li>Dues rise<ul><li>in June</li></ul></li><li>Tolls fall</li></ul>",
            ["- Dues rise", "- in June", "- Tolls fall"],
        ),
        ("<ol start='3'><li><p>Dues rise</p></li><li>Tolls fall</li></ol>", ["3. Dues rise", "4. Tolls fall"]),
        (f"<ol start='{'9' * 5000}'><li>Dues rise</li><li>Tolls fall</li></ol>", ["1. Dues rise", "2. Tolls fall"]),
        ("<ul><li><h3>Noon</h3><p>Dues rise</p><p>They double.</p></li></ul>", ["Noon", "Dues rise", "They double."]),
        ("<p>He said <q>“never”</q>, and <q><i>'no'</i></q>.</p>", ["He said “never”, and 'no'."]),
        ("<dl><dt>Why now?</dt><dd>The quay sinks.</dd></dl>", ["Why now?", "The quay sinks."]),
        ("<p>He said <q>“we <q>all</q>”</q>.</p>", ["He said “we ‘all’”."]),
        ("<p>He said <q><q>“all”</q> of us</q>.</p>", ["He said ““all” of us”."]),
        ("<p>He said:<br>&nbsp;&nbsp;We wait.</p>", ["He said:", "We wait."]),
        ("<p>One\n\nwall.</p>", ["One wall."]),
        ("<p><b>Dues rise</b> in June<br>and fall in May.</p>", ["Dues rise in June\nand fall in May."]),
        ("<p><b>The <i>dues</i></b><br>They rise in June.</p>", ["The dues", "They rise in June."]),
        ("<menu><li>Dues rise</li></menu>", ["- Dues rise"]),
        ("<ul><li><p>Dues rise</p></li></ul>", ["- Dues rise"]),
        ("<ul><li><p>Dues rise</p><p>They double.</p></li></ul>", ["Dues rise", "They double."]),
        ("<div><li>Dues rise</li></div>", ["Dues rise"]),
        ("<ul><li class='summary'>Dues rise</li></ul>", ["- Dues rise"]),
        ("<p class='standfirst'>Nobody asked us.</p>", ["Nobody asked us."]),
        ("<p>Some 4,200 <a href='#n'><sup>1</sup></a> a week</p>", ["Some 4,200 a week"]),
        ("<p>The ferry left at <time>12.00</time> and came back.</p>", ["The ferry left at 12.00 and came back."]),
        ("<div>One<div class='quote'>two</div>three</div>", ["One", "“two”", "three"]),
        ("<p>He is <span class='quote'>glad</span>.</p>", ["He is glad."]),
    ],
)
def test_paragraphs_are_what_a_reader_of_the_page_sees(html, expected):
    assert inner(html) == expected


POSTS = [
    '<blockquote class="twitter-tweet"><p lang="en">The quay is shut. <a href="https://t.co/a">https://t.co/a1B2</a></p>'
    '&mdash; Ada Brook (@ada) <a href="https://twitter.com/ada/status/1">March 3, 2024</a></blockquote>',
    '<div class="social-post"><div class="social-post__header"><span class="display-name">Ada Brook (@ada)</span> '
    '<time>2h</time></div><p>The quay is shut.</p><div class="social-post__actions reactions">12 likes</div></div>',
]


@pytest.mark.parametrize("post", POSTS)
def test_an_embedded_post_keeps_its_author(post):
    (found,) = inner(post)
    words, author = found.split("\n")
    assert words == "“The quay is shut.”"
    assert author.startswith("— Ada Brook (@ada)")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            "<blockquote class='instagram-media'><p>It is shut.</p><p>A post shared by Ada Brook</p></blockquote>",
            "“It is shut.”\n— Ada Brook",
        ),
        (
            "<blockquote class='instagram-media'><p>View this post on Instagram</p><p>It is shut.</p></blockquote>",
            "“It is shut.”",
        ),
        (
            "<blockquote class='twitter-tweet'><p>It is shut. pic.twitter.com/ab1</p>— Ada Brook (@ada)</blockquote>",
            "“It is shut.”\n— Ada Brook (@ada)",
        ),
    ],
)
def test_what_a_page_puts_around_a_post_is_no_part_of_it(html, expected):
    assert inner(html) == [expected]


ROW = "<tr><td>One wall.</td><td>Two walls.</td></tr>"


@pytest.mark.parametrize(
    ("html", "is_data"),
    [
        (f"<table>{ROW}{ROW}</table>", True),
        (f"<table role='presentation'>{ROW}{ROW}</table>", False),
        (f"<table role='none'>{ROW}{ROW}</table>", False),
        (f"<table>{ROW}</table>", False),
        ("<table><tr><td>One wall.</td></tr><tr><td>Two walls.</td></tr></table>", False),
        (f"<table>{ROW}<tr><td>{LEAD} {LEAD} {LEAD}</td><td>Three walls.</td></tr></table>", False),
        (f"<table>{ROW}<tr><td><p>Three</p><p>walls</p></td><td>Four walls.</td></tr></table>", False),
        (f"<table>{ROW}<tr><td>{ROW.join(['<table>', '</table>'])}</td><td>Four walls.</td></tr></table>", False),
    ],
)
def test_a_table_of_several_short_rows_has_data_and_any_other_is_a_layout(html, is_data):
    assert ("One wall.\tTwo walls." in inner(html)) is is_data


def test_posts_captions_and_tables_can_be_left_out():
    caption = "<figure><img src='a.jpg'><figcaption>Lorries wait at the quay</figcaption></figure>"
    table = "<table><tr><th>Port</th><th>Dues</th></tr><tr><td>Orla</td><td>£12</td></tr></table>"
    assert inner(POSTS[0], caption, table)[1:] == ["Lorries wait at the quay", "Port\tDues", "Orla\t£12"]
    assert inner(POSTS[0], caption, table, posts=False, captions=False, tables=False) == []


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<div><figcaption>Ada Brook</figcaption></div>", ["Ada Brook"]),
        (
            "<figure><p>The wall.</p><div><figcaption>The quay</figcaption></div></figure>",
            ["The wall.", "The quay"],
        ),
        (
            "<section><p class='caption'>The quay</p><blockquote>Nobody asked us.</blockquote></section>",
            ["The quay", "“Nobody asked us.”"],
        ),
    ],
)
def test_a_caption_is_no_speaker_but_under_a_figure_of_a_quotation(html, expected):
    assert inner(html) == expected


def test_a_caption_is_apart_from_the_text_and_from_its_credit():
    caption = "<figcaption>Lorries wait <span class='credit'>Jan Kell/OPA</span></figcaption>"
    assert inner(f"<figure><img src='a.jpg'>{caption}</figure>") == ["Lorries wait"]


@pytest.mark.parametrize(
    "html",
    [
        "<nav><p>Home and sport</p></nav>",
        "<div class='newsletter-signup'><p>Sign up, said 4,000 readers.</p></div>",
        "<div class='m-article__readMore'><h3>Read more</h3><p>The ferry is late</p></div>",
        "<aside><p>The ferry is late</p></aside>",
        "<p>Read more: <a href='/b'>The ferry is late</a></p>",
        "<p style='color: red; display: none'>The ferry is late</p>",
        "<p hidden>The ferry is late</p>",
        "<p class='visually-hidden'>The ferry is late</p>",
        "<p aria-hidden='true'>The ferry is late</p>",
        "<div role='dialog'><p>The ferry is late</p></div>",
        "<noscript><p>The ferry is late</p></noscript><template><p>The ferry is late</p></template>",
        "<style>p { color: red }</style><script>document.write('The ferry is late')</script>",
        "<amp-ad>The ferry is late</amp-ad>",
        "<!-- <p>The ferry is late</p> -->",
        "<form><label>The ferry</label> <input value='late'><button>is late</button></form>",
        "<div aria-modal='true'><p>The ferry is late</p></div>",
        "<div class='cookie-notice'><p>The ferry is late</p></div>",
        "<p class='byline'>By Ada Brook</p>",
        "<p><time>12.00</time></p>",
        "<footer><p>The ferry is late</p></footer>",
        "<aside class='share'><blockquote>The ferry is late</blockquote></aside>",
        "<p>Subscribe to continue reading.</p>",
        "<ul><li>Share this article</li></ul>",
        "<p>Share</p>",
    ],
)
def test_furniture_and_hidden_words_are_left_out(html):
    assert inner(html) == []


@pytest.mark.parametrize(
    "html",
    [
        "<p hidden='until-found'>The ferry is late</p>",
        "<div aria-modal='false'><p>The ferry is late</p></div>",
        "<p class='hidden md:block'>The ferry is late</p>",
        "<aside><blockquote>The ferry is late</blockquote></aside>",
        "<aside class='quote'><p>The ferry is late</p></aside>",
        "<figure><footer>The ferry is late</footer></figure>",
        "<ul><li>The ferry is late</li></ul>",
        f"<p>Share: {LEAD} {LEAD} {LEAD} The ferry is late</p>",
    ],
)
def test_what_only_looks_like_furniture_stays(html):
    (found,) = inner(html)
    assert "The ferry is late" in found


def test_what_holds_most_of_the_article_is_no_furniture():
    body = f"<p>{LEAD}</p><p>{CLOSE}</p>"
    html = "<html><body><article><h1>Dues</h1><div class='{}'>{}</div></article></body></html>"
    assert read(html.format("share", body)).text == f"{LEAD}\n\n{CLOSE}"
    assert read(html.format("cookie-notice", f"<main>{body}</main>")).text == f"{LEAD}\n\n{CLOSE}"


CARD = "<article><h3>The ferry is late</h3><p>Nobody knows when it will come.</p></article>"


@pytest.mark.parametrize("name", ["related", "share", "newsletter", "sidebar"])
@pytest.mark.parametrize("count", [1, 3])
def test_cards_of_other_articles_inside_an_article_cost_it_nothing(name, count):
    assert inner(f"<div class='{name}'>{CARD * count}</div>") == []
    beside = f"<div class='{name}'>{CARD * count}</div>"
    html = page().replace("</article></body>", f"</article>{beside}</body>")
    assert read(html).text == f"{LEAD}\n\n{CLOSE}"


@pytest.mark.parametrize("tag", ["article", "main", "h1"])
def test_a_box_that_holds_the_article_is_no_furniture_whatever_its_name(tag):
    about = "<p>The port of Orla is old.</p>" * 20
    words = f"<p>{LEAD}</p><p>{CLOSE}</p>"
    held = f"<h1>Dues</h1>{words}" if tag == "h1" else f"<{tag}>{words}</{tag}>"
    body = f"<div class='share'>{held}</div><footer>{about}</footer>"
    assert LEAD in read(f"<html><head><title>Dues</title></head><body>{body}</body></html>").text


def test_the_entries_of_a_live_blog_keep_their_times_and_authors():
    entries = "".join(
        f"<article class='live-post'><header><time datetime='2024-03-04T{hour}:00Z'>{hour}.00</time>"
        f"<span class='author'>{name}</span></header><p>The quay was shut at {hour}, said the board.</p></article>"
        for hour, name in (("12", "Ada Brook"), ("11", "Tomas Varga"))
    )
    assert inner(entries) == [
        "12.00 Ada Brook",
        "The quay was shut at 12, said the board.",
        "11.00 Tomas Varga",
        "The quay was shut at 11, said the board.",
    ]


WALL = "<div class='paywall-prompt'><p>Subscribe to continue reading. Already a subscriber? Log in.</p></div>"


def test_a_stub_is_kept_and_marked_as_cut():
    document = read(page(WALL))
    assert document.text == f"{LEAD}\n\n{CLOSE}"
    assert dict(document.meta.columns) == {"cut": True}


def test_a_page_that_is_open_to_subscribers_is_not_marked_as_cut():
    data = '<script type="application/ld+json">{"@type": "NewsArticle", "isAccessibleForFree": false}</script>'
    assert dict(read(page("<div class='paywall'><p>The quay sinks.</p></div>", head=data)).meta.columns) == {}
    assert dict(read(page("<p>To read this article in full, register.</p>", head=data)).meta.columns) == {"cut": True}


@pytest.mark.parametrize(
    "html",
    ["", "It rained.", "<html></html>", "<html><body><nav>Home</nav></body></html>", "\0\1\2", "%PDF-1.4 <<>>", "<"],
)
def test_a_page_without_an_article_is_an_error(html):
    with pytest.raises(ReadError, match="page.html"):
        read(html)
