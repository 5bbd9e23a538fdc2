"""The rules that decide the source of a draft, in the order of their precedence."""

from __future__ import annotations

from functools import partial

import attrs

from newsparse.model import Span
from newsparse.rules import RuleSet
from newsparse_quotes.drafts.draft import Draft, Tie
from newsparse_quotes.sources import called, cited, finding, handed, subjects
from newsparse_quotes.sources.case import SourceCase
from newsparse_quotes.sources.distance import is_led_by_another, is_told_before
from newsparse_quotes.sources.lines import dashed
from newsparse_quotes.sources.sourced import Sourced, rule
from newsparse_quotes.sources.turns import is_heading, is_parted


def _afar(case: SourceCase) -> Draft | None:
    cue, source = case.draft.far
    if cue is None or finding.is_law(case.tree, source) or is_parted(case.draft.content[-1], cue, case.quoted):
        return None
    piece = case.draft.content[0]
    if is_told_before(case.text, piece, cue, case.quoted):
        return None
    if is_led_by_another(case.tree, piece, cue, source, case.quoted):
        return None
    if is_heading(case.text, case.draft, case.quoted) and not finding.attributes(case.tree, cue):
        return None
    linked = attrs.evolve(case, given=attrs.evolve(case.draft, cue=cue, source=source))
    decision = SOURCE.first(linked)
    return decision.found.draft if decision is not None else linked.draft


def _place(found: Sourced) -> Span | None:
    return found.draft.source


def _key(found: Sourced) -> tuple[Span | None, Span | None]:
    return found.draft.cue, found.draft.source


SOURCE: RuleSet[SourceCase, Sourced] = RuleSet(
    name="quotes.source",
    summary="Which words of the text name the source of a quote.",
    place=_place,
    key=_key,
    rules=(
        rule(
            "signature",
            finding.signature,
            "The name after a dash that ends the line of a quote",
            "“The quay will sink before the spring.” – Ada Brook",
            "“The quay will sink before the spring,” said Ada Brook – a baker.",
        ),
        subjects.FORGERY,
        rule(
            "handed-on",
            handed.handed_on,
            "Whoever first said words in marks that the subject of the cue only recalls, hears or claims",
            "“The quay will sink,” Ada Brook recalled Tom Varga saying.",
            "“The quay will sink,” Ada Brook said, recalling Tom Varga.",
        ),
        rule(
            "called",
            called.called,
            "Whoever calls something by words in marks, which somebody else does something about",
            "Ada Brook left what Tom Varga called “a ruin of the sea”.",
            "Ada Brook left what she called “a ruin of the sea”.",
        ),
        rule(
            "cited",
            cited.cited,
            "Whoever is quoted or passed on, before a colon that leads to words in marks",
            "Ada Brook quoted Tom Varga: “The quay will sink.”",
            "Ada Brook told Tom Varga: “The quay will sink.”",
        ),
        *subjects.NOBODY,
        rule(
            "label",
            partial(finding.kept, Tie.LABEL),
            'The name before a colon that begins a line, as in a transcript: "BROOK: ..."',
            (
                'Partial transcript:\n\n"VARGA: Let us start with the quay. Who counted the ships?\n\n"BROOK: '
                'Nobody did, and nobody will.\n\n"VARGA: If I may, I want to ask you who did.\n\n"BROOK: '
                'Well, look, nobody did."'
            ),
            "Ada Brook wrote: The quay will sink before the spring.",
        ),
        rule(
            "dash",
            lambda case: dashed(case.draft, case.tree),
            "The name that begins a line, before a dash that leads to words in marks",
            "Tom Varga left the pier.\n\nPeter Brook – “The ferry sank at night.”",
            "Tom Varga left the pier – “The ferry sank at night,” said Ada Brook.",
            finding.is_bare,
        ),
        rule(
            "phrase",
            partial(finding.kept, Tie.PHRASE),
            'The name in "in Ada Brook\'s words"',
            "In the words of Ada Brook, the plan was “a bill for all of us”.",
            "The quay is “a bill for all of us”, Ada Brook said.",
        ),
        rule(
            "block",
            partial(finding.kept, Tie.BLOCK),
            "The subject of a line that leads with a colon to a list or paragraph without marks",
            "The sailors demanded:\n- a new quay\n- higher wages",
            "The sailors demanded a new quay and higher wages.",
        ),
        rule(
            "headline",
            finding.headline,
            "The name or office at the end or the beginning of a headline",
            "Quay will sink: mayor\n\nThe quay was closed.",
            "Ada Brook said the quay would sink.",
        ),
        rule(
            "frame",
            finding.framed,
            "The subject of the verb of speech right after the marks, before a cue that comes later",
            "“The quay will sink before the spring,” Ada Brook said, the Gazette reported.",
            "“The quay will sink before the spring,” according to Ada Brook.",
        ),
        rule(
            "beside-marks",
            finding.unspoken,
            "The name right after the marks, where the sentence has no verb",
            "“The drought has hurt us all, and nobody has come to help,” Ada Brook, a nurse in Lowmere.",
            "“The drought has hurt us all,” Ada Brook, a nurse in Lowmere, said.",
        ),
        rule(
            "faced",
            subjects.faced,
            "Whoever makes a claim that the subject of the cue only faces",
            "The mayor faces criticism from sailors that the quay is unsafe.",
            "The mayor criticised the sailors for leaving the quay.",
        ),
        rule(
            "own-subject",
            partial(finding.kept, Tie.OWN_SUBJECT),
            "The subject of the cue, where the model takes it for content",
            "Still, the lack of money for the quay seems to be a real problem for the harbour.",
            "Ada Brook says that the quay is unsafe.",
        ),
        rule(
            "punished",
            finding.punished,
            'Whoever is punished or thanked for saying it: "fined the baker for claiming"',
            "The council fined Ada Brook for claiming that the quay would sink.",
            "The council used the quay for claiming that ships would come.",
        ),
        rule(
            "adding",
            finding.adding,
            "The source of the quote before, for a participle that follows what it says",
            "The council said that owners sell ships which sink, adding that nobody checks them.",
            "Ada Brook called for a new court and added that the quay would sink.",
        ),
        rule(
            "carried-on",
            finding.carried_on,
            "The source of the quote before, for a verb that opens its sentence after a conjunction, without a subject",
            "Ada Brook said the quay was safe. But said that it would be closed.",
            "Ada Brook said the quay was safe. But she said that it would be closed.",
        ),
        rule(
            "subject",
            partial(finding.tied, Tie.SUBJECT),
            "The subject of the cue",
            "The quay will sink, said Ada Brook.",
            "BROOK: The quay will sink before the spring.",
        ),
        rule(
            "possessor",
            partial(finding.tied, Tie.POSSESSOR),
            "The possessor of a cue that is a noun",
            "Ada Brook's view is that the quay will sink.",
            "Ada Brook claimed that the quay would sink.",
        ),
        rule(
            "agent",
            partial(finding.tied, Tie.AGENT),
            'The agent of a passive, or the origin of a noun: after "by" or "from"',
            "The quay was described by Ada Brook as a ruin.",
            "Ada Brook described the quay as unsafe.",
        ),
        rule(
            "preposition",
            partial(finding.tied, Tie.PREPOSITION),
            'The noun after a cue that is a preposition: "according to"',
            "The quay will sink, according to Ada Brook.",
            "The quay will sink, Ada Brook said.",
        ),
        rule(
            "mark",
            partial(finding.tied, Tie.MARK),
            "The name before a colon, or after a dash, that is the cue",
            "Ada Brook: “The quay will sink before the spring.”",
            "Ada Brook said: “The quay will sink before the spring.”",
        ),
        rule(
            "nearer",
            finding.nearer,
            "What the tree finds in the sentence of the cue, where the model's source is in another sentence",
            (
                "Two teams came to row, one national and one made up of sailors. Kell and all sailors are "
                "covered by the ban. The Kell sailor team listed their home as “Sea” on the backs of their "
                "shirts and named their boat “Duck.” Teams from Lowmere had difficulties getting their boats "
                "across the border."
            ),
            "Ada Brook said the quay would sink.",
        ),
        rule(
            "given",
            finding.given,
            "The source that came with the content: the model's link",
            "The book prompted the sailors to call for a new quay.",
            "“The quay will sink before the spring.” – Ada Brook",
        ),
        rule(
            "conjunct",
            partial(finding.tied, Tie.CONJUNCT),
            "The subject of the verb that the cue is joined to",
            "Ada Brook shook her head and said the quay would sink.",
            "Ada Brook said the quay would sink.",
        ),
        rule(
            "shared-subject",
            partial(finding.tied, Tie.SHARED_SUBJECT),
            "The subject of the verb that the cue depends on",
            "Ada Brook resigned, saying the quay would sink.",
            "Ada Brook said the quay would sink.",
        ),
        rule(
            "object",
            partial(finding.tied, Tie.OBJECT),
            "Whoever is made to say something",
            "The fire has led experts to warn that the quay is unsafe.",
            "Ada Brook promised the court to explain why the quay sank.",
        ),
        rule(
            "modified-noun",
            partial(finding.tied, Tie.MODIFIED_NOUN),
            "The noun that the cue modifies",
            "A man claiming that the quay would sink was arrested.",
            "A letter warned that the quay would sink.",
        ),
        rule(
            "compound",
            partial(finding.tied, Tie.COMPOUND),
            "The noun right before a cue that is a noun",
            "A police report that the quay was unsafe was wrong.",
            "Police said that the quay was unsafe.",
        ),
        rule(
            "beside",
            partial(finding.tied, Tie.BESIDE),
            "The noun right beside the cue, if the tree has no answer",
            "The unions are opposed to the sale of the quay.",
            "Ada Brook said the quay would sink.",
        ),
        rule(
            "for",
            finding.for_whom,
            'Whoever "for" names at the beginning of the sentence',
            "For the sailors of Lowmere, the new quay is “a gift to the rich”.",
            "For years, the quay was “a gift to the rich”, said Ada Brook.",
            finding.is_bare,
        ),
        rule(
            "introduced",
            finding.introduced,
            "The subject of the clause, or the name, right before the colon that leads to the content",
            "Ada Brook put it like this:\n\n“The quay will sink before the spring.”",
            "Ada Brook said the quay would sink.",
            finding.is_bare,
        ),
        rule(
            "interrupted",
            finding.interrupted,
            "The subject of the sentence between the content and the words in marks before it",
            (
                "“The quay is old,” Ada Brook, the mayor of Lowmere, said at the gates. “It will not be "
                "treated like a spare part.”"
            ),
            "“The quay is old,” Ada Brook told us.",
            finding.is_bare,
        ),
        rule(
            "interposed",
            finding.interposed,
            "Nobody, for a paragraph in marks, where a sentence since the last quote is about another person",
            "“It is old,” Ada Brook said.\n\nTom Varga has run the port since 2010.\n\n“Nobody asked those who pay.”",
            "“It is old,” Ada Brook said of Tom Varga.\n\n“Nobody asked the people who pay.”",
            finding.is_bare,
        ),
        rule(
            "continues",
            finding.continues,
            "The source of the previous quote, which this one continues",
            "“It will sink,” Ada Brook said.\n\n“The ships will go with it.\n\n“Nobody will be here to see it.”",
            "“The quay is old,” said Ada Brook.",
            finding.is_bare,
        ),
        rule(
            "paragraph",
            finding.paragraph,
            "The source of the quote in the paragraph before, for a paragraph in marks",
            "Ada Brook said the new quay was due by June. Its crane broke down, and its crew has left for Larkmoor.\n\n"
            "“We can only wait.”\n\n"
            "Tom Varga, the mayor of Orla, said people would work on the quay once it was built.",
            "“The quay is old,” said Ada Brook.",
            finding.is_bare,
        ),
        rule(
            "witness",
            finding.witness,
            'The only person named in the sentence before words in marks that say "I", in the same paragraph',
            "Pilot Ada Brook has guided ships here since 1990. “I always feared this quay.”",
            "“The quay is old,” said Ada Brook.",
            finding.is_bare,
        ),
        rule(
            "governor",
            finding.governor,
            "The subject of the verb that governs the content",
            "Ada Brook's “boat of last resort” has sunk four times since the spring.",
            "Ada Brook said the quay would sink.",
            finding.is_bare,
        ),
        rule(
            "afar",
            _afar,
            "The source of a cue that the model links from another sentence or paragraph",
            "“The quay is old,” said Ada Brook.\n\n“It will sink before the spring.”",
            "Ada Brook said the quay would sink.",
            finding.is_bare,
        ),
    ),
)
