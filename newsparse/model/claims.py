"""Claims: what the article says that someone said, and the figures in it."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import Any, ClassVar, Literal, Self

import attrs

from newsparse.errors import AnnotationError
from newsparse.model.annotation import Annotation, Passage
from newsparse.model.period import Period
from newsparse.model.quantity import Quantity
from newsparse.model.span import Span

Modality = Literal["asserted", "hedged", "negated", "asked", "forecast"]
SpeakerKind = Literal["person", "unnamed", "organisation", "document", "record", "author", "unresolved"]
QuoteForm = Literal["direct", "indirect", "mixed"]
Act = Literal["said", "denied", "asked", "demanded", "promised", "believed", "feared", "proposed", "declined"]
Manner = Literal["speech", "writing", "thought", "act"]
NumberRole = Literal["level", "change", "from", "to"]
Direction = Literal["up", "down"]
Outlook = Literal["forecast", "target"]


@attrs.frozen(kw_only=True)
class Attribution(Annotation):
    """A source, its cue and the content attributed to it, each as spans: the PolNeAR scheme (Newell et al., LREC 2018).

    ``span`` and ``text`` are those of the content, which may be broken. ``source`` is empty where nobody is named.
    """

    KIND: ClassVar[str] = "attribution"

    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()

    def pieces(self) -> tuple[Span, ...]:
        """The content's spans."""
        return self.content


@attrs.frozen(kw_only=True)
class Speaker:
    """Who says it, at three levels: the words in the text, the entity, the kind.

    ``kind`` "record" is a poll, a survey or official figures, "document" anything else that is read.

    ``name`` is the entity's full name where it is known, else the mention's words. ``mention`` is where the text names
    the speaker, with the quote before where that goes on; ``reason`` then says "continues" (or "named",
    "pronoun"); it says "repeated" where the article has the same words elsewhere with a speaker.
    ``title``, ``role`` and ``affiliation`` are given as the text has them ("Dr.", "chief economist", "Kell Bank");
    ``anonymity`` are the words that say why somebody is not named. Where several say it together ("Ada Brook and Tom
    Varga write"), the first of them is the speaker, and ``others`` are the ids of the entities of the rest.
    """

    name: str
    mention: Passage | None = None
    entity: str | None = None
    others: tuple[str, ...] = ()
    kind: SpeakerKind = "unresolved"
    reason: str = ""
    title: Passage | None = None
    role: Passage | None = None
    affiliation: Passage | None = None
    anonymity: Passage | None = None

    def __str__(self) -> str:
        """The best name known."""
        return self.name


@attrs.frozen
class Evidence:
    """What decided one part of a claim ("content", "source", "subject", ...): a head of a model, or a rule."""

    part: str
    rule: str


@lru_cache(maxsize=4096)
def evidence(*decided: tuple[str, str]) -> tuple[Evidence, ...]:
    """What decided each part of a claim, from pairs of a part and a rule; a part with an empty rule is left out.

    The claims of any number of articles share a few hundred such values, which are made once.
    """
    return tuple(Evidence(part, rule) for part, rule in decided if rule)


@attrs.frozen(kw_only=True)
class Claim(Annotation):
    """Something that an article asserts, or says that someone asserts.

    ``speaker`` is None where nobody could be found; ``unattributed`` then says why. ``addressee`` is who is addressed,
    where known. ``about`` are the ids of the entities that it is about, each once: those mentioned in a quote's words
    except the speaker, in the order of mention; of a figure its holder and what is counted. ``evidence`` names what
    decided each part.
    """

    speaker: Speaker | None = None
    unattributed: str = ""
    cue: Passage | None = None
    addressee: Passage | None = None
    about: tuple[str, ...] = ()
    modality: Modality = "asserted"
    evidence: tuple[Evidence, ...] = ()


@attrs.frozen(kw_only=True)
class Quote(Claim):
    """Words or thoughts that the article attributes to a speaker.

    ``fragments`` are the spans of the content, quotation marks outside; ``text`` is their words joined by a space and
    ``span`` their envelope. ``form`` is direct (all in marks), mixed (partly) or indirect (none in marks).
    ``marks`` are the spans of the quotation marks; ``rule`` names what found the source, ``evidence`` what decided each
    part. ``act`` is what the speaker does ("declined" is a refusal to comment), ``manner`` keeps speech, writing,
    thought and mere acts ("voted to close") apart; ``hedges`` and ``negations`` are such words of cue and content.
    ``within`` is the id of a quote that contains this one. ``when`` are the words that say when it was said ("on
    Tuesday", where these depend on the cue), ``period`` the days that they mean, None where they are open.
    """

    KIND: ClassVar[str] = "quote"

    fragments: tuple[Span, ...]
    form: QuoteForm
    marks: tuple[Span, ...] = ()
    rule: str = ""
    act: Act = "said"
    manner: Manner = "speech"
    hedges: tuple[Passage, ...] = ()
    negations: tuple[Passage, ...] = ()
    within: str | None = None
    when: Passage | None = None
    period: Period | None = None

    def pieces(self) -> tuple[Span, ...]:
        """The fragments."""
        return self.fragments

    @classmethod
    def of(cls, text: str, *fragments: Span, form: QuoteForm, **fields: Any) -> Self:
        """A quote of these fragments of ``text``, with id, envelope and words filled in.

        Raises as ``make`` does, and ``AnnotationError`` for fragments that overlap or are not in the order of the text.
        """
        made = cls.make(text, *fragments, fragments=fragments, form=form, **fields)
        if any(one.end > other.start for one, other in pairwise(fragments)):
            raise AnnotationError(f"{made.id}: its fragments overlap, or are not in the order of the text.")
        return made


@attrs.frozen(kw_only=True)
class NumberClaim(Claim):
    """A figure, what it counts or measures, and who says it.

    ``subject`` is what is counted or measured ("Nvidia A100 chips") and ``head`` the place of its head noun; ``holder``
    is whose it is, ``to`` who receives it, ``whole`` what it is a part of, ``when`` and ``where`` the circumstances as
    written; ``period`` are the days that ``when`` means, None where they are open. ``quote`` is the id of the quote
    that contains the figure.

    The words that qualify it, each with its place: ``bound`` ("at least"), ``hedges`` ("about", "reportedly"),
    ``negation``, ``condition`` ("if"). ``outlook`` separates forecasts and targets from what is stated as fact.

    ``counterpart`` is the id of the other level of a change ("from 5.1% to 4.8%"), ``change`` the difference computed
    from the two, ``equivalent`` the id of the same figure in another unit ("7 miles (11 km)").
    """

    KIND: ClassVar[str] = "number"

    quantity: Quantity
    role: NumberRole = "level"
    direction: Direction | None = None
    subject: Passage | None = None
    head: Span | None = None
    holder: Passage | None = None
    to: Passage | None = None
    whole: Passage | None = None
    when: Passage | None = None
    period: Period | None = None
    where: Passage | None = None
    quote: str | None = None
    bound: Passage | None = None
    hedges: tuple[Passage, ...] = ()
    negation: Passage | None = None
    condition: Passage | None = None
    outlook: Outlook | None = None
    counterpart: str | None = None
    change: Quantity | None = None
    equivalent: str | None = None
    rule: str = ""
