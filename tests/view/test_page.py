"""The page of an article: complete, safe, and with the claims beside the text."""

from __future__ import annotations

import base64
import hashlib
import re
from decimal import Decimal
from types import SimpleNamespace

import pytest

from newsparse.hookspecs import hookimpl
from newsparse.host import Host
from newsparse.model import (
    Affiliation,
    Document,
    Entity,
    Evidence,
    Failure,
    Mention,
    Meta,
    NumberClaim,
    Passage,
    Quantity,
    Quote,
    Span,
    Speaker,
    TitlePassage,
    TitleRole,
)
from newsparse.rules import Rule, RuleSet
from newsparse.specs import ExtractorSpec
from newsparse.view import fragment, reasons, render
from tests.annotated import annotated

RULE = Rule(
    name="quotes.source.subject",
    summary="The subject of the cue",
    find=lambda case: None,
    fires="Ada said no.",
    quiet="Ada swam.",
)
RULES = RuleSet(name="quotes.source", summary="Who says it.", rules=(RULE,), place=lambda _: None, shown=str)
TEXT = "“We lost 3 ships,” said Ada Brook, the harbour master. Others see it differently."


def parsed(text=TEXT, **meta):
    """The example with one quote, one figure in it, and its speaker."""
    mention = Mention.make(text, Span(24, 33), label="Person", entity="entity:24-33")
    role = Affiliation(role=Passage.at(text, 35, 53))
    entity = Entity.make(
        text, Span(24, 33), label="Person", name="Ada Brook", mentions=(mention.id,), affiliations=(role,)
    )
    speaker = Speaker(name="Ada Brook", mention=Passage.at(text, 24, 33), entity=entity.id, kind="person")
    quote = Quote.make(
        text,
        Span(1, 17),
        fragments=(Span(1, 17),),
        marks=(Span(0, 1), Span(17, 18)),
        form="direct",
        cue=Passage.at(text, 19, 23),
        speaker=speaker,
        evidence=(Evidence("source", "quotes.source.subject"),),
        confidence=0.4,
    )
    figure = NumberClaim.make(
        text, Span(9, 10), quantity=Quantity(low=Decimal(3), high=Decimal(3)), speaker=speaker, quote=quote.id
    )
    return annotated(text, mention, entity, quote, figure, meta=Meta(**meta))


def words(page):
    return " ".join(re.sub(r"<(style|script)>.*?</\1>|<[^>]+>", " ", page, flags=re.DOTALL).split())


def test_the_speaker_stands_behind_the_quote_and_above_the_claims():
    page = render(parsed())
    assert re.search(r'”<a class="who h0[^>]*><span class="away">said by </span>Ada Brook</a>', page)
    assert re.search(r'<h2 class="speaker">Ada Brook <small>the harbour master</small>', page)


def test_a_claim_shows_its_cue_its_grounds_its_place_and_the_mentions_of_its_speaker(monkeypatch):
    monkeypatch.setattr("newsparse.view.cards.summaries", dict)
    shown = words(render(parsed()))
    assert "cue said" in shown
    assert "source decided by quotes.source.subject" in shown
    assert "place characters 1 to 17" in shown
    assert "who that is Ada Brook" in shown


def test_a_rule_that_is_installed_says_why(monkeypatch, caplog):
    spec = ExtractorSpec(name="one", summary=".", make=list, provides=("one",), rules=lambda: [RULES])
    broken = ExtractorSpec(name="two", summary=".", make=list, provides=("two",), rules=lambda: 1 / 0)
    plugin = SimpleNamespace(newsparse_extractors=hookimpl(lambda: [spec, broken]))
    monkeypatch.setattr(Host, "discover", lambda **_: Host.of("newsparse.builtin", plugin))
    reasons.summaries.cache_clear()
    try:
        assert "source decided by The subject of the cue (quotes.source.subject)" in words(render(parsed()))
        (message,) = caplog.messages
        assert "the rules of the extractor 'two' cannot be read: ZeroDivisionError" in message
    finally:
        reasons.summaries.cache_clear()


def test_the_speaker_stands_behind_the_punctuation_and_the_whole_figure_that_close_the_quote():
    text = "Repairs cost 3 to 5 million, said Ada Brook."
    quote = Quote.make(text, Span(0, 14), fragments=(Span(0, 14),), form="indirect")
    figure = NumberClaim.make(text, Span(13, 27), quantity=Quantity(low=Decimal(3_000_000), high=Decimal(5_000_000)))
    page = render(annotated(text, quote, figure))
    assert re.search(r'million</span>,<a class="who"', page)


def nested(name):
    """A quote of Ada Brook in which somebody is quoted."""
    text = "“I said it rained, and it did,” said Ada Brook."
    ada, inner = Speaker(name="Ada Brook", kind="person"), Speaker(name=name, kind="person")
    outer = Quote.make(text, Span(1, 30), fragments=(Span(1, 30),), form="direct", speaker=ada)
    told = Quote.make(text, Span(8, 17), fragments=(Span(8, 17),), form="indirect", speaker=inner, within=outer.id)
    return annotated(text, outer, told)


@pytest.mark.parametrize(("name", "labels"), [("Ada Brook", 1), ("Tomas Varga", 2)])
def test_who_quotes_herself_is_named_once(name, labels):
    assert render(nested(name)).count("said by </span>") == labels


def test_a_long_description_of_a_speaker_is_cut_short_in_the_text_alone():
    long = "One of those who left in 2016 and did not want to be named"
    page = render(nested(long))
    assert "said by </span>One of those who left in 2016 and did …" in page
    assert f'<h2 class="speaker">{long}' in page


def test_a_headline_is_shown_once_with_its_highlights():
    page = render(parsed(f"{TEXT}\nThe harbour is closed."))
    assert page.count("harbour master. Others see it differently.</h1>") == 1
    assert re.search(r'<h1 class="title">“<i[^>]*></i><span class="hl quote', page)
    assert "The harbour is closed.</p>" in page
    assert words(page).count("Others see it differently.") == 2  # in the title of the page, too


def test_a_role_that_only_the_title_gives_is_shown_with_its_body_there():
    held = TitleRole(role=TitlePassage(4, 9, "mayor"), body=TitlePassage(13, 17, "Orla"))
    holt = Entity.make("Holt left.", Span(0, 4), label="Person", name="Holt", title_roles=(held,))
    assert "mayor (Orla)" in render(annotated("Holt left.", holt, meta=Meta(title="The mayor of Orla")))


def test_a_title_that_the_text_does_not_begin_with_stands_above_it():
    page = render(parsed(title="Ships"))
    assert '<h1 class="title">Ships</h1>' in page
    assert "Others see it differently.</p>" in page


def test_what_is_uncertain_says_so():
    assert 'class="tag doubt">uncertain, 40%' in render(parsed())


def test_links_go_to_places_that_there_are():
    page = render(parsed(), parsed())
    targets = set(re.findall(r'href="#([^"]+)"', page))
    ids = re.findall(r'id="([^"]+)"', page)
    assert targets <= set(ids)
    assert len(ids) == len(set(ids))


def test_the_policy_allows_only_the_page_s_own_style_and_script():
    page = render(parsed())
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy.startswith("default-src 'none'; ")
    for name in ("style", "script"):
        (source,) = re.findall(rf"<{name}>(.*?)</{name}>", page, flags=re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(source.encode("utf-8")).digest()).decode("ascii")
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert "style=" not in page
    assert not re.search(r"\son\w+=", page)


HOSTILE = [
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "</script><svg onload=alert(1)>",
    '" onmouseover="alert(1)',
    "{{ 7 * 7 }}{% raw %}",
    "<!--",
]


@pytest.mark.parametrize("words_", HOSTILE)
def test_markup_in_an_article_is_shown_as_text(words_):
    document = parsed(f"{TEXT} {words_}", title=words_, outlet=words_, author=words_, path=words_, url=words_)
    document = document.with_failure(Failure(stage="read", where=words_, code="NP401", message=words_))
    for page in (render(document, title=words_), fragment(document)):
        assert "alert(1)" not in re.sub(r"&[^;]+;[^<]*", "", page)
        assert page.count("<script>") == page.count("</script>") <= 1
        assert "49" not in words(page)


STEERING = "\x1b[2J\x9b\u202e\u2028\x00"
CONTROLS = set(STEERING) - set("[2J")


def test_nothing_in_an_article_steers_the_page():
    meta = dict.fromkeys(("title", "outlet", "author", "path", "url", "language"), f"http://a.example/{STEERING}")
    text = f"{TEXT} {STEERING}"
    document = parsed(text, **meta).with_failure(
        Failure(stage=STEERING, where=STEERING, code="NP401", message=STEERING)
    )
    odd = Mention.make(text, Span(0, 4), label=STEERING, title=STEERING)
    document = document.with_layer(STEERING, [odd])
    for page in (render(document, title=STEERING), render(document, document), fragment(document)):
        assert not CONTROLS & set(page)
        assert "\\x1b[2J" in page


def test_only_web_addresses_become_links():
    assert "javascript:" not in render(parsed(url="javascript:alert(1)"))
    assert 'href="https://news.example/1"' in render(parsed(url="https://news.example/1"))


def test_several_articles_have_a_list_of_contents_and_filters_over_all():
    page = render(parsed(title="First"), parsed(title="Second"))
    assert re.findall(r'<li><a href="#(a\d)">(\w+)', page) == [("a1", "First"), ("a2", "Second")]
    assert page.count("<option>Ada Brook</option>") == 1


def test_an_empty_document_is_a_page_that_says_so():
    assert "No quotes and no figures were found." in render(Document(text=""))
    assert "No articles" in render()


def test_layers_of_plugins_are_shown_with_their_fields():
    document = Document(text="Fog in May.").with_layer(
        "weather", [Mention.make("Fog in May.", Span(0, 3), label="Fog")]
    )
    shown = words(render(document))
    assert "Weather 1 Fog mention" in shown
    assert "label Fog" in shown


def test_a_notebook_gets_a_fragment_without_a_script():
    shown = fragment(parsed())
    assert shown.startswith('<div class="newsparse notebook">')
    assert "<script" not in shown
    assert parsed()._repr_html_() == shown
