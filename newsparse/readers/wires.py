"""The readers of what agencies and archives deliver, as they are on offer."""

from __future__ import annotations

from newsparse.readers.feed import FeedOptions, begins_feed, read_feed
from newsparse.readers.json_feed import begins_json_feed, read_json_feed
from newsparse.readers.newsml import NewsmlOptions, begins_newsml, read_newsml
from newsparse.readers.ninjs import NinjsOptions, begins_ninjs, read_ninjs
from newsparse.readers.warc import WarcOptions, begins_warc, read_warc
from newsparse.specs import ReaderSpec

WIRES = (
    ReaderSpec(
        name="feed",
        summary="RSS and Atom: one article per entry.",
        read=read_feed,
        suffixes=(".rss", ".atom"),
        config=FeedOptions,
        begins=begins_feed,
    ),
    ReaderSpec(
        name="json-feed",
        summary="JSON Feed: one article per item.",
        read=read_json_feed,
        suffixes=(".jsonfeed",),
        config=FeedOptions,
        begins=begins_json_feed,
    ),
    ReaderSpec(
        name="ninjs",
        summary="IPTC ninjs: news items in JSON.",
        read=read_ninjs,
        suffixes=(".ninjs",),
        config=NinjsOptions,
        begins=begins_ninjs,
    ),
    ReaderSpec(
        name="newsml",
        summary="NewsML-G2 and NITF: news items in XML.",
        read=read_newsml,
        suffixes=(".newsml", ".nitf"),
        config=NewsmlOptions,
        begins=begins_newsml,
    ),
    ReaderSpec(
        name="warc",
        summary="WARC archives: one article per page that has one.",
        read=read_warc,
        suffixes=(".warc",),
        config=WarcOptions,
        streams=True,
        begins=begins_warc,
    ),
)
