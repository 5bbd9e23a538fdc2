"""What a web page says about its article: country, author, outlet and title."""

from __future__ import annotations

import pytest

from tests.readers.html.dues_page import CLOSE, LEAD, page, read

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
    ("head", "outlet"),
    [
        ("<title>Dues in St. Kell rise | Orla Post</title>", None),
        ("<title>Orla Post | Dues in  St. Kell rise</title><h1>Dues in St. Kell rise</h1>", None),
        ("<title>Dues rise | orlapost.example</title>", "orlapost.example"),
        ("<title>Dues rise | St. Kell Post</title>", "St. Kell Post"),
        (
            '<title>Dues rise | St. Kell  Post</title><meta property="og:site_name" content="St.  Kell Post">',
            "St. Kell Post",
        ),
        ('<title>Dues rise</title><meta property="og:site_name" content="St. Kell Post">', "St. Kell Post"),
        ('<meta property="og:site_name" content="St. Kell Post">', "St. Kell Post"),
    ],
)
def test_a_headline_with_a_full_stop_is_no_outlet(head, outlet):
    html = f"<html><head>{head}</head><body><article><p>{LEAD}</p><p>{CLOSE}</p></article></body></html>"
    assert read(html).meta.outlet == outlet


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
