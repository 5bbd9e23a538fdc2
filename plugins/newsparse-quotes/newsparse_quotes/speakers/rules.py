"""The rules that decide whom the words of a source name or refer to, in the order of their precedence."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from newsparse.model import Speaker
from newsparse.rules import Rule, RuleSet
from newsparse_quotes.lexicon import words
from newsparse_quotes.speakers import (
    accused,
    bodies,
    called,
    leading,
    newcomers,
    owners,
    partisans,
    persons,
    pronouns,
    protagonists,
    talks,
    things,
    together,
    topics,
    unnamed,
)
from newsparse_quotes.speakers.case import SpeakerCase


def _relative(case: SpeakerCase) -> Speaker | None:
    """Whoever is described by the clause that the source, "who" or "which", opens; the one who has a name first."""
    phrase = case.antecedent if case.words in words("pronouns.relative") else None
    if phrase is None:
        return None
    found = [SPEAKER.first(attrs.evolve(case, passage=item, before=None)) for item in (phrase, case.bearer) if item]
    speakers = [decision.found for decision in found if decision is not None]
    named = [speaker for speaker in speakers if speaker.entity]
    return next((attrs.evolve(speaker, mention=case.passage) for speaker in (*named, *speakers)), None)


def _rule(
    name: str, find: Callable[[SpeakerCase], Speaker | None], summary: str, fires: str, quiet: str
) -> Rule[SpeakerCase, Speaker]:
    return Rule(name=f"quotes.speaker.{name}", find=find, summary=summary, fires=fires, quiet=quiet)


def _key(speaker: Speaker) -> tuple[str | None, str]:
    return speaker.entity, "" if speaker.entity else speaker.name


_SAID = "Ada Brook said the quay would sink."
_INTERVIEW = (
    "Dr. Ada Brook keeps the lamps of Lowmere and spoke to us by telephone.\n\nHow old is the quay?\n\n"
    "“It is older than all of us. My father mended it twice.”\n\nAnd what will you do now?\n\n"
    "“Sleep, I hope,” she says."
)
SPEAKER: RuleSet[SpeakerCase, Speaker] = RuleSet(
    name="quotes.speaker",
    summary="Whom the words of a source name or refer to.",
    key=_key,
    place=lambda speaker: speaker.mention.span if speaker.mention else None,
    rules=(
        _rule(
            "self",
            pronouns.own,
            'The speaker of the quote around it, for "I" and "we" inside',
            "“I told my father that the quay would sink,” said Ada Brook.",
            "“My father told me that the quay would sink,” said Ada Brook.",
        ),
        _rule(
            "office",
            persons.office,
            "The one person whose role or title has these initials",
            "Ada Brook, the Municipal Chief Executive, came at noon. The MCE said the quay would sink.",
            _SAID,
        ),
        _rule(
            "initials",
            persons.initials,
            "The one person with these initials, where they label a turn; the one body that the text calls by them",
            "Ada Brook and Tom Varga met at noon.\n\nAB: Will the quay sink?\n\nTV: It will.\n\nAB: And the ships?",
            _SAID,
        ),
        _rule(
            "mention",
            called.mention,
            "The entity of the mention at the head of the source, or of the name beside it; otherwise that name",
            "The mayor, Ada Brook, said the quay would sink.",
            "An aide to Ada Brook said the quay would sink.",
        ),
        _rule(
            "accused",
            accused.denier,
            "Whoever is accused, sued or charged right before, for a pronoun that denies it; nobody where that is open",
            "Tom Varga sued Martin Kell over the quay. He denied owing the money.",
            "Tom Varga sued Martin Kell over the quay. He said it was his.",
        ),
        _rule(
            "asked",
            pronouns.asked,
            "Whoever the question before is put to, for a pronoun that answers",
            "The judge asked Tom Varga if he understood. “I do,” he replied.",
            "Tom Varga asked the judge to explain. “I do not understand,” he said.",
        ),
        _rule(
            "resumed",
            pronouns.resumed,
            "Who spoke last, where the cue says that they go on, and not somebody who has not spoken",
            "“The quay is safe,” Ada Brook said. Jane Holt fell off it. She was hurt. She added that it would sink.",
            "“The quay is safe,” Ada Brook said. Jane Holt fell off it. She was hurt. She said that it would sink.",
        ),
        _rule(
            "for-whom",
            pronouns.fronted,
            'Whoever "for" names at the beginning of the clause of a pronoun',
            "Ada Holt said the quay was safe. As for Ada Brook, she said that it would sink.",
            "Ada Holt said the quay was safe. For years, she said that it would not sink.",
        ),
        _rule(
            "interviewee",
            talks.interviewee,
            'Whom a talk is with, for a pronoun in a clause with "in which" about it; nobody where that has no name',
            "Tom Varga was late. The paper printed an interview with Martin Kell in which he said the quay would sink.",
            "Tom Varga was late. The paper printed an interview in which he said the quay would sink.",
        ),
        _rule(
            "clause-subject",
            pronouns.around_clause,
            "The person who is the subject of the sentence, for a pronoun in a clause about something in it",
            "Tom Holt spoke of a new club. Ada Brook praised the owners for the quay, which she said was safe.",
            "Tom Holt spoke of a new club. The owners praised Ada Brook for the quay, which she said was safe.",
        ),
        _rule(
            "named-before",
            topics.pronoun,
            "The only person whom the narrator names right before, as one who acts, for a pronoun of that gender",
            "Tom Varga has a ship. “It is safe,” he said.\n\nMartin Kell’s father built it.\n\n“It sank,” he said.",
            "Tom Varga has a ship. “It is safe,” he said.\n\nIt is Martin Kell’s father’s.\n\n“It sank,” he said.",
        ),
        _rule(
            "pair",
            together.pair,
            'The people whom "and" joins as the subject of the sentence before, for "they"',
            "Ada Brook and Tom Varga own the ferry. They said the quay would sink.",
            "Ada Brook saw Tom Varga at the ferry. They said the quay would sink.",
        ),
        _rule(
            "one-of-two",
            together.one_of_two,
            'Nobody, for "he" right after two men who are named together, meet or ask one another',
            "Tom Varga and Martin Kell came at noon. He said the quay would sink.",
            "Tom Varga saw Martin Kell at noon. He said the quay would sink.",
        ),
        _rule(
            "of-owner",
            owners.of_owner,
            'Nobody, for "he" after a sentence about the brother or lawyer of a man named there',
            "Tom Varga's brother came at noon. He said the quay would sink.",
            "Tom Varga's wife came at noon. He said the quay would sink.",
        ),
        _rule(
            "latter",
            together.latter,
            'The last of those named in the clause or sentence before, for "the latter"',
            "Ada Brook called Tom Varga after the latter said the quay would sink.",
            "Ada Brook came at noon. The latter said the quay would sink.",
        ),
        _rule(
            "coreference",
            pronouns.coreference,
            "The entity that a pronoun refers to, unless somebody else has spoken since or the content names it",
            "Tom Varga owns the ferry. He also owns the quay. He said the quay would sink.",
            _SAID,
        ),
        _rule(
            "newcomer",
            newcomers.newcomer,
            "Somebody without a name of whom the narrator has told since, for a pronoun",
            "Ada Brook left on Monday. A sailor saw the ship. She said that it would sink.",
            "A sailor saw the ship. Ada Brook left on Monday. She said that it would sink.",
        ),
        _rule(
            "last",
            pronouns.last,
            "Who spoke last, for a pronoun of the same gender",
            "Ada Brook says the quay is old. It is long. It was wet. It is cold. It leaks. “It will sink,” she says.",
            _SAID,
        ),
        _rule(
            "speaker-before",
            pronouns.speaker_before,
            "The last person who spoke, where a body or document has spoken since",
            "“It sinks,” Ada Holt said. It was wet. It leaks. It is old. The city said it was not. “It is,” she said.",
            _SAID,
        ),
        _rule(
            "thing",
            things.thing,
            'The document or body that spoke before, for "it"',
            "The report says the quay is unsafe. It warns that the quay could sink.",
            "Ada Brook says the quay is unsafe. It could sink.",
        ),
        _rule(
            "group",
            pronouns.group,
            'The group that spoke before, for "they", or the people who answered it right before',
            "Two sailors said the quay would sink. They said nobody cared.",
            _SAID,
        ),
        _rule("before", pronouns.before, "The person named last, for a pronoun of the same gender", _INTERVIEW, _SAID),
        _rule(
            "retold",
            pronouns.retold,
            "The only person of that gender named near, in words without marks before the cue",
            "Jane Holt fell off the quay and was hurt, she said.",
            "Tom Varga fell off the quay and was hurt, she said.",
        ),
        _rule(
            "role",
            persons.role,
            "The one person whom the text calls by the noun of a description",
            "Harbour master Ada Brook came at noon. The harbour master said the quay would sink.",
            "An aide to Ada Brook said the quay would sink.",
        ),
        _rule(
            "style",
            persons.styled,
            "The one person before whose name the text puts that style",
            "Her Majesty Queen Ada came at noon. Her Majesty said the quay would sink.",
            "Her Majesty Queen Ada met Her Majesty Queen Jane. Her Majesty said the quay would sink.",
        ),
        _rule(
            "owned",
            persons.owned,
            'The one person whom the text calls by a noun that a pronoun owns, such as "her mother"',
            "Tom Varga met his lawyer Ada Brook at noon. The judge slept. His lawyer said the quay would sink.",
            "Ada Brook, a mother of two, met her own mother. Her mother said the quay would sink.",
        ),
        _rule(
            "introduced",
            persons.introduced,
            "The one person whom the text calls by the noun of a description later on, or next where it is a title",
            "A Lowmere baker has said the quay will sink.\n\nAda Brook, a baker, lives beside it.",
            "A Lowmere baker has said the quay will sink.",
        ),
        _rule(
            "brought-in",
            protagonists.brought_in,
            "The first person to be named, soon after a description at the start of the article",
            "A Lowmere man has told the council that the quay will sink.\n\nTom Varga lives beside it.",
            "A Lowmere man has told the council that the quay will sink.\n\nIt was built for Tom Varga.",
        ),
        _rule(
            "heading",
            protagonists.heading,
            'The one person with a leading role in the body before "chief" or "head"',
            "Ada Brook, director of the Lowmere Port Authority (LPA), came at noon. The LPA chief said it would sink.",
            "Ada Brook, a baker, called the Lowmere Port Authority (LPA). The LPA chief said it would sink.",
        ),
        _rule(
            "partisan",
            partisans.partisan,
            'The one person of that party, else who spoke last or was just named, for "the Democrat"',
            "“The quay is safe,” Senator Ada Brook said. “It will not sink,” the Democrat added.",
            "“The quay is safe,” Senator Ada Brook, a Republican, said. “It will not sink,” the Democrat said.",
        ),
        _rule(
            "named-for-description",
            topics.description,
            "The only person whom the narrator names right before, for the first time, for a description but no office",
            "“It is safe,” Tom Varga said.\n\nJane Holt disagrees.\n\n“It is not,” the young sailor said.",
            "“It is safe,” Tom Varga said.\n\nJane Holt disagrees.\n\n“It is not,” the deputy mayor said.",
        ),
        _rule(
            "same-person",
            persons.same_person,
            'Who spoke last, for a description such as "the official" or "the 34-year-old"',
            "The quay will sink, Ada Brook said. The resident said nobody cared.",
            _SAID,
        ),
        _rule(
            "body",
            bodies.named,
            "The one body or place whose name has the noun of a description",
            "The City of Lowmere closed the quay. The city said the quay would sink.",
            _SAID,
        ),
        _rule(
            "same-body",
            bodies.spoken,
            'The body that spoke last, for a description that says no more than that it is one: "the company"',
            "The Lowmere Council said the quay would sink. “Nobody cares,” the organisation said.",
            "Ada Brook said the quay would sink. The company said nobody cared.",
        ),
        _rule(
            "only-body",
            leading.body,
            "The only body that acts in the last sentence that names one, for a noun for a body of that kind",
            "Lowmere Lines sold the quay. The Danish company said the quay would sink.",
            "Lowmere Lines and Orla Ferries sold the quay. The Danish company said the quay would sink.",
        ),
        _rule(
            "leading",
            leading.person,
            "The only person who is a subject in the paragraph before, for a description but no office",
            "Jane Holt met Ada Brook.\n\n“The quay is not safe,” the young sailor said.",
            "Jane Holt met Ada Brook.\n\n“The quay is not safe,” the deputy mayor said.",
        ),
        _rule(
            "penned",
            protagonists.penned,
            "Whoever is named as the owner of a letter, post or speech",
            "Ada Brook's letter said the quay would sink.",
            "Ada Brook's survey said the quay would sink.",
        ),
        _rule(
            "author",
            unnamed.author,
            'The author of the article, for "I" outside marks',
            "I think the quay will sink.",
            _SAID,
        ),
        _rule(
            "relative",
            _relative,
            'Whoever a clause with "who" or "which" is about',
            "The baker, who insists the quay is safe, moors a boat at it.",
            _SAID,
        ),
        _rule(
            "open",
            unnamed.pronoun,
            "Nobody, for a pronoun whose antecedent is not found",
            "They said the quay would sink.",
            _SAID,
        ),
        _rule(
            "described",
            unnamed.described,
            "Whoever the words describe, without a name",
            "Two officials said the quay would sink.",
            _SAID,
        ),
    ),
)
