"""Small pages of news, from which inputs of the HTML reader are made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from itertools import cycle

HEADS = (
    "<title>{0} | The Port Herald</title>",
    '<meta property="og:title" content="{0}"><meta name="author" content="Ada Brook">',
    '<meta property="article:published_time" content="2026-11-03T18:40Z"><link rel="canonical" href="/2026/11/03/a">',
    '<meta charset="windows-1252"><meta name="geo.country" content="GB"><meta property="og:locale" content="en_GB">',
    '<script type="application/ld+json">{{"@type": "NewsArticle", "isAccessibleForFree": false,'
    ' "publisher": [{{"name": "Herald", "address": {{"addressCountry": "GB"}}}}]}}</script>',
)
"""What a head can hold; {0} stands for words of an article."""

BLOCKS = (
    '<h2 class="standfirst">{0}</h2><p class="byline">By <a rel="author" href="#">Ada Brook</a></p>',
    '<blockquote class="quote"><p>{0}</p><cite>Ada Brook</cite></blockquote>',
    '<aside class="pullquote">{0}</aside><div hidden>{0}</div>',
    '<figure><img src="a.jpg" alt="{0}"><figcaption>{0} <span class="credit">Kell</span></figcaption></figure>',
    '<table><caption>{0}<tr><th>{0}<td rowspan=2>5%<tr><td colspan="3">$3m</table>',
    "<ul><li>{0}<li><b>{0}</b><ol start=4><li>a</ol></ul><dl><dt>Q<dd>{0}</dl>",
    '<div class="live-blog"><article class="post"><time datetime="18:40">18:40</time><p>{0}</p></article></div>',
    '<div class="related"><a href="/b">{0}</a></div><div class="comments"><p>{0}</p></div>',
    '<div class="paywall"><p>Subscribe to read this article</p></div>',
    '<blockquote class="twitter-tweet"><p>{0}</p>&mdash; Ada Brook (@brook)</blockquote>',
    "<pre>{0}\n\n{0}</pre>a<br><br>b<del>{0}</del><ins>{0}</ins><sup>1</sup>&nbsp;&#8220;c&#x201d;&amp;",
    '<div class="qa"><p><strong>Q:</strong> {0}</p><p><em>A:</em> {0}</p></div><hr><section><h3>{0}</h3></section>',
)
"""What a page of news can hold beside its paragraphs."""


def pages(paragraphs: Sequence[str]) -> Iterator[str]:
    """A page for every two paragraphs, with one element of each list in turn."""
    kinds = zip(cycle(HEADS), cycle(BLOCKS), strict=False)
    for number, (head, block) in zip(range(0, len(paragraphs), 2), kinds, strict=False):
        words = [escape(paragraph) for paragraph in paragraphs[number : number + 2]]
        body = "".join(f"<p>{word}</p>" for word in words)
        yield (
            f'<!DOCTYPE html><html lang="en"><head>{head.format(words[0])}</head>'
            f"<body><main><article><h1>{words[0]}</h1>{block.format(words[-1])}{body}</article></main></body></html>"
        )
