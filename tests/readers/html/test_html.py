"""The reader of web pages gives the article's text and nothing else, and what the page says about it."""

from __future__ import annotations

import pytest

from newsparse.errors import OptionError, ReadError
from newsparse.readers.html import HtmlOptions, begins_html, read_html

LEAD = "The harbour board of Orla will raise its dues for lorries in June, the first rise for nine years."
CLOSE = "The board meets again in April, when the council of Orla has to vote on all of the new dues."


def page(*parts, head="", body=""):
    inner = "\n".join(parts)
    return (
        f"<!DOCTYPE html><html><head><title>Dues</title>{head}</head><body {body}>"
        f"<article><h1>Dues</h1><p>{LEAD}</p>{inner}<p>{CLOSE}</p></article></body></html>"
    )


def read(html, **options):
    data = html if isinstance(html, bytes) else html.encode()
    (document,) = read_html(data, "page.html", HtmlOptions(**options))
    return document


def inner(*parts, **options):
    """The paragraphs between the first and the last of the page."""
    found = read(page(*parts), **options).text.split("\n\n")
    assert (found[0], found[-1]) == (LEAD, CLOSE)
    return found[1:-1]


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


JSON = '<script type="application/ld+json">{}</script>'
HEAD = """
<html lang="en-NZ"><head><title>Dues to rise | The Orla Post</title>
<meta property="og:title" content="Dues to rise"><meta property="og:site_name" content="The Orla Post">
<meta name="author" content="Ada Brook"><meta property="article:published_time" content="2024-03-04T08:00:00+13:00">
<meta property="og:locale" content="en_NZ"><link rel="canonical" href="https://orlapost.example/dues"></head>
"""


def test_what_the_page_says_about_the_article_is_kept():
    meta = read(f"{HEAD}<body><article><h1>Dues to rise</h1><p>{LEAD}</p><p>{CLOSE}</p></article></body></html>").meta
    assert (meta.title, meta.author, meta.published) == ("Dues to rise", "Ada Brook", "2024-03-04")
    assert (meta.outlet, meta.language, meta.country) == ("The Orla Post", "en", "NZ")
    assert (meta.url, meta.path) == ("https://orlapost.example/dues", "page.html")
    assert dict(meta.columns) == {}


@pytest.mark.parametrize(
    ("head", "country"),
    [
        ('<meta property="og:locale" content="en_US">', None),
        ('<meta property="og:locale" content="en_CA">', "CA"),
        ('<meta property="og:locale" content="en_CA"><meta name="dc.language" content="en-GB">', None),
        ('<meta property="og:locale" content="en_US"><meta name="geo.region" content="IE-D">', "IE"),
        (
            JSON.replace("{}", '{"publisher": {"name": "P", "address": {"addressCountry": "ZA"}}}'),
            "ZA",
        ),
        (JSON.replace("{}", '{"publisher": {"address": {"addressCountry": "Erewhon"}}}'), None),
        (JSON.replace("{}", '{"publisher": [{"address": {"addressCountry": {"name": "ZA"}}}]}'), "ZA"),
        (JSON.replace("{}", '{"publisher": {"address": "Orla"}}'), None),
        (JSON.replace("{}", '{"publisher": {"address": {"addressCountry": "UK"}}}'), "GB"),
    ],
)
def test_a_country_is_given_only_where_the_page_is_certain(head, country):
    assert read(page(head=head)).meta.country == country


@pytest.mark.parametrize(
    ("given", "author"),
    [
        ("Ada Brook", "Ada Brook"),
        ("Ada Brook; Tomas Varga", "Ada Brook; Tomas Varga"),
        ("https://orlapost.example/ada", None),
        ("ada@orlapost.example", None),
        (" ", None),
    ],
)
def test_an_address_is_no_author(given, author):
    assert read(page(head=f'<meta name="author" content="{given}">')).meta.author == author


@pytest.mark.parametrize(
    ("given", "outlet"),
    [
        ('{"publisher": {"name": "The Orla Post"}}', "The Orla Post"),
        ('{"publisher": [{"name": " "}, {"name": "The Orla Post"}]}', "The Orla Post"),
        ('{"publisher": {"name": 4}}', "Kell Times"),
        ('{"publisher": "The Orla Post"}', "Kell Times"),
        ("[not JSON", "Kell Times"),
    ],
)
def test_the_publisher_counts_more_than_the_name_of_the_site(given, outlet):
    site = '<meta property="og:site_name" content="Kell Times">'
    assert read(page(head=site + JSON.replace("{}", given))).meta.outlet == outlet


@pytest.mark.parametrize(
    ("above", "stays"),
    [
        ("<p>The Orla Post</p>", False),
        ("<h3>Business</h3>", False),
        (f"<p>{LEAD} {LEAD} The Orla Post</p>", True),
        ("<blockquote>The Orla Post</blockquote>", True),
    ],
)
def test_a_few_words_above_the_headline_are_those_of_the_site(above, stays):
    html = f"<article>{above}<h1>Dues</h1><p>{LEAD}</p><p>{CLOSE}</p></article>"
    text = read(f"<html><head><title>Dues</title></head><body>{html}</body></html>").text
    assert text.endswith(f"{LEAD}\n\n{CLOSE}")
    assert ("The Orla Post" in text or "Business" in text) is stays


@pytest.mark.parametrize(
    "title", ["Dues rise | Orla Post", "Dues rise -- Orla Post", "Dues rise – ORLA POST", "Dues rise"]
)
def test_the_outlet_s_name_is_no_part_of_the_title(title):
    head = f'<meta property="og:title" content="{title}"><meta property="og:site_name" content="Orla Post">'
    assert read(page(head=head)).meta.title == "Dues rise"


def test_a_title_that_only_ends_like_the_outlet_is_kept():
    head = (
        '<meta property="og:title" content="Quiet at the Orla Post"><meta property="og:site_name" content="Orla Post">'
    )
    assert read(page(head=head)).meta.title == "Quiet at the Orla Post"


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


WORDS = "Kåre Brøndum said “the café – on Łódź quay – costs €4”."


@pytest.mark.parametrize(
    ("encoding", "declared", "words"),
    [
        ("utf-8", "", WORDS),
        ("utf-8-sig", "", WORDS),
        ("utf-16", "", WORDS),
        ("utf-8", "<meta charset=utf-8>", WORDS),
        ("utf-8", '<meta charset="iso-8859-1">', WORDS),
        ("windows-1252", '<meta charset="iso-8859-1">', WORDS.replace("Łódź", "Orla")),
        ("windows-1252", '<meta http-equiv="Content-Type" content="text/html; charset=windows-1252">', "“Fjörð” – €4"),
        ("windows-1250", '<meta charset="windows-1250">', "Łódź said “no”."),
        ("shift_jis", '<meta charset="Shift_JIS">', "東京の港は六月に閉まる。"),
    ],
)
def test_bytes_are_decoded_as_the_page_says(encoding, declared, words):
    html = page(f"<p>{words}</p>", head=declared).replace("<!DOCTYPE html>", "")
    assert words in read(html.encode(encoding)).text


def test_an_encoding_given_by_hand_counts_more_than_the_page():
    html = page("<p>Łódź sinks.</p>", head='<meta charset="utf-8">').encode("iso-8859-2")
    assert "Łódź sinks." in read(html, encoding="iso-8859-2").text
    with pytest.raises(OptionError, match="no encoding 'klingon'"):
        read(html, encoding="klingon")


@pytest.mark.parametrize(
    "start",
    [
        b"<!DOCTYPE html><html>",
        b"<!doctype HTML PUBLIC>",
        b"\xef\xbb\xbf\n <html lang=en>",
        b"<!-- saved from url -->\n<!--b--><HTML>",
        b"<?xml version='1.0'?>\n<!DOCTYPE html PUBLIC '-//W3C//DTD XHTML 1.0'>",
        b"<head><title>x",
        "<html>".encode("utf-16"),
    ],
)
def test_a_page_is_known_by_its_beginning(start):
    assert begins_html(start)


@pytest.mark.parametrize(
    "start",
    [
        b"",
        b"It rained.",
        b"<?xml version='1.0'?><rss>",
        b'{"a": "<html>"}',
        b"a,b\n<p>,c",
        b"<newsItem>",
        b"WARC/1.0",
        b"\xff",
    ],
)
def test_other_files_are_no_pages(start):
    assert not begins_html(start)
