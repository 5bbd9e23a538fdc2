"""Whatever markup and bytes a page is made of, the reader gives its text or says in our words why not."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsparse.errors import ReadError
from newsparse.readers.html import begins_html, read_html

LEAD = "The dues for lorries will rise in June, the board of the harbour said, the first rise for nine years."

BLOCKS = ["div", "p", "ul", "li", "table", "tr", "td", "blockquote", "footer", "figure", "figcaption", "article"]
TAGS = [*BLOCKS, "aside", "h1", "h2", "br", "span", "a", "b", "q", "sup", "script", "style"]

MARKUP = st.lists(
    st.one_of(
        st.sampled_from([f"<{tag}>" for tag in TAGS] + [f"</{tag}>" for tag in TAGS]),
        st.sampled_from(
            [
                "<div class='tweet'>",
                "<div class='live-post'>",
                "<p class='quote'>",
                "<!--",
                "-->",
                "<![CDATA[",
                "&#0;",
                "&#55357;",
            ]
        ),
        st.sampled_from([f"{LEAD} ", "It rained. ", "“No,” said Ada Brook. "]),
        st.text(max_size=8),
    ),
    max_size=60,
).map("".join)


@settings(deadline=None, max_examples=150)
@given(MARKUP)
@example("<div>0\x0c&#12;&#1;&#65534;" + LEAD)
@example("<div>" * 3000 + LEAD)
@example("<b>" * 3000 + LEAD)
@example("<blockquote>" * 300 + LEAD)
@example("0\f<script>")
@example("0&#12;&#1;&#xffff;<script>")
@example("\U0010fffd7\U0010fffd" + f"<p>{LEAD}</p>" * 3)
@example("<table>" * 200 + LEAD)
@example('<html lang="' + "x" * 100_000 + f'"><p>{LEAD}</p>')
@example('<script type="application/ld+json">' + "[" * 100_000 + f"</script><p>{LEAD}</p>")
def test_no_page_breaks_the_reader(html):
    try:
        (document,) = read_html(html.encode("utf-8", "surrogatepass"), "page.html")
    except ReadError:
        return
    assert document.text.strip() == document.text != ""
    assert "\U0010fffd" not in document.text
    assert "\n\n\n" not in document.text


@settings(deadline=None, max_examples=100)
@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader(data):
    assert begins_html(data) in (True, False)
    try:
        (document,) = read_html(data, "page.html")
    except ReadError as error:
        assert "page.html" in error.message
    else:
        assert document.text.strip()


def text_of(inner):
    around = f"<p>{LEAD}</p>{inner}<p>{LEAD}</p>"
    page = f"<!DOCTYPE html><html><head><title>Dues</title></head><body><article>{around}</article></body></html>"
    (document,) = read_html(page.encode(), "page.html")
    return document.text


@settings(deadline=None, max_examples=60)
@given(MARKUP)
def test_words_that_a_page_hides_never_appear(html):
    hidden = f"<script>{html.replace('</script>', '')}zyzzyva</script><p hidden>zyzzyva</p><style>zyzzyva</style>"
    assert "zyzzyva" not in text_of(hidden)
