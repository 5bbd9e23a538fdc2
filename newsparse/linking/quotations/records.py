"""The same utterance in several articles: how each tells it, and what it changes."""

from __future__ import annotations

from typing import Literal

import attrs

from newsparse.linking.groups import Reason
from newsparse.linking.lines import line, record
from newsparse.model import Difference, Located

Relation = Literal["verbatim", "shortened", "merged", "indirect", "altered"]

SCHEMA = "newsparse.same-quote/1"


@attrs.frozen(kw_only=True)
class Telling:
    """An utterance as one article has it.

    ``passages`` are its words there, and ``quote`` the id of the quote, None for words in quotation marks that are not
    a claim, and for words that a reply repeats. ``relation`` compares them with the original of the group: "verbatim"
    (also of the original itself);
    "shortened" where words are left out at an end or where the article shows it; "merged" where several utterances are
    put together, of which this is one; "indirect" for words without quotation marks; "altered" where words differ.
    ``differences`` has the words that differ, here and in the original, and who speaks in place of the speaker of
    the group. ``copy_of`` is the id of an earlier article of the group of which this one is a near copy. ``score`` is
    0 to 1 and grows with the reasons. It is not a probability.
    """

    document: str
    outlet: str | None
    published: str | None
    passages: tuple[Located, ...]
    quote: str | None
    relation: Relation
    speaker: str | None
    entity: str | None
    copy_of: str | None = None
    differences: tuple[Difference, ...] = ()
    score: float = 0.0
    reasons: tuple[Reason, ...] = ()

    @property
    def text(self) -> str:
        """Its words, with passages joined by a space."""
        return " ".join(passage.text for passage in self.passages)

    @property
    def other_speaker(self) -> bool:
        """Whether the words are given to somebody else than in the group."""
        return any(item.part == "speaker" for item in self.differences)


@attrs.frozen(kw_only=True)
class SameQuote:
    """One utterance in several articles, the earliest first; ``text`` and ``speaker`` are those of the original.

    The original is the wording of most outlets, where near copies of an article count once and shorter tellings count
    for those that contain them; of equals the earliest, then the longest. ``id`` names the place of the first telling.
    """

    id: str
    text: str
    speaker: str | None
    original: str
    tellings: tuple[Telling, ...]

    @property
    def first(self) -> Telling:
        """Where it was seen first."""
        return self.tellings[0]

    @property
    def documents(self) -> tuple[str, ...]:
        """The ids of its articles, each once."""
        return tuple(dict.fromkeys(telling.document for telling in self.tellings))


def dumps(quote: SameQuote) -> str:
    """The utterance as one line of JSON, which ``loads`` reads."""
    return line(quote, SCHEMA)


def loads(written: str) -> SameQuote:
    """The utterance that ``dumps`` wrote; raises ``SchemaError`` for anything else."""
    return record(written, SameQuote, SCHEMA)
