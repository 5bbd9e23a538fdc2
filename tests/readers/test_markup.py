"""Markup becomes paragraphs that stand apart, with the words and marks that readers of the page see."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from newsparse.readers.html.rendering import Shown
from newsparse.readers.markup import text_of, text_of_fragment


@pytest.mark.parametrize(
    ("fragment", "text"),
    [
        ("<p>Rain fell.</p><p>It was <b>cold</b>.</p>", "Rain fell.\n\nIt was cold."),
        ("<h2>Harbour</h2>The <a href='x'>ferry</a>\n  left.", "Harbour\n\nThe ferry left."),
        ("One<br>two<br/><br/>three", "One\ntwo\n\nthree"),
        (
            "<p>She asked for:</p><ul><li>pay</li><li><p>rest</p></li></ul><p>End.</p>",
            "She asked for:\n\n- pay\n\n- rest\n\nEnd.",
        ),
        ("<table><tr><th>Ward<th>Votes<tr><td>Quay<td>412</table>", "Ward\tVotes\n\nQuay\t412"),
        ("<blockquote>We stay.<footer>Ada Brook</footer></blockquote>", "“We stay.”\n— Ada Brook"),
        ("He said <q>no</q>.", "He said “no”."),
        ("<p>Kept<script>x()</script>, <!-- no --> too</p><iframe>gone</iframe>", "Kept, too"),
        ("H<sub>2</sub>O &amp; caf&eacute; &lt;3 &#8217;", "H2O & café <3 ’"),
        ("no tags at all\n\n&ldquo;but entities&rdquo;\n", "no tags at all\n\n“but entities”"),
        ("<p hidden>not shown</p><p>shown</p>", "shown"),
        ("<!-- nothing -->", ""),
        ("<p>7\u00a0000 people</p>", "7 000 people"),
    ],
)
def test_a_fragment_reads_as_its_page_looks(fragment, text):
    assert text_of_fragment(fragment) == text


def test_nitf_and_xhtml_with_namespaces_are_read_alike():
    xhtml = etree.fromstring('<div xmlns="http://www.w3.org/1999/xhtml"><p>One</p><p>Two<br/>lines</p></div>')
    nitf = etree.fromstring(
        "<body.content><p><person>Ada Brook</person> left.</p><hl2>Later</hl2>"
        "<media><media-reference>x</media-reference><media-caption>The quay.</media-caption></media>"
        "<bq><block><p>No.</p></block><credit>Ada Brook</credit></bq><ul><li>pay</li></ul></body.content>"
    )
    assert text_of(xhtml) == "One\n\nTwo\nlines"
    assert text_of(nitf) == "Ada Brook left.\n\nLater\n\nThe quay.\n\n“No.”\n— Ada Brook\n\n- pay"


def test_block_quotes_of_xhtml_have_marks_unless_these_are_not_wanted():
    inner = "<x:blockquote><x:p>We stay.</x:p></x:blockquote><x:p>Rain<x:script/> fell.</x:p>"
    xhtml = etree.fromstring(f'<x:body xmlns:x="http://www.w3.org/1999/xhtml">{inner}</x:body>')
    assert text_of(xhtml) == "“We stay.”\n\nRain fell."
    assert text_of(xhtml, Shown(marks=False)) == "We stay.\n\nRain fell."


WORDS = st.text(st.sampled_from("ab é“”\n\t'"), max_size=12)
TAGS = st.sampled_from(["p", "b", "div", "li", "td", "q", "br", "pre", "script", "blockquote"])
TREES = st.recursive(
    WORDS,
    lambda inner: st.builds(lambda tag, parts: f"<{tag}>{''.join(parts)}</{tag}>", TAGS, st.lists(inner)),
    max_leaves=8,
)


@given(st.lists(TREES).map("".join))
def test_paragraphs_are_never_empty_and_hold_no_edges_of_white_space(fragment):
    text = text_of_fragment(fragment)
    assert text == text.strip()
    assert "\n\n\n" not in text
    assert all(paragraph.strip() for paragraph in text.split("\n\n")) or not text


@given(st.text(st.characters()))
def test_any_fragment_gives_a_text_that_can_be_written(fragment):
    text = text_of_fragment(fragment)
    assert text.encode().decode() == text


@given(
    st.lists(st.from_regex(r"[a-z]{1,8}", fullmatch=True), min_size=1, max_size=30),
    st.lists(TAGS.filter(lambda tag: tag != "script")),
)
def test_no_word_is_lost(words, tags):
    fragment = "".join(f"<{tag}>{word}</{tag}> " for tag, word in zip(tags, words, strict=False))
    kept = [word for tag, word in zip(tags, words, strict=False)]
    assert text_of_fragment(fragment).translate(str.maketrans("-“”", "   ")).split() == kept
