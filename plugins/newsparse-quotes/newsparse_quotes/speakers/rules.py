"""The rules that decide whom the words of a source name or refer to, in the order of their precedence."""

from __future__ import annotations

import attrs

from newsparse.model import Speaker
from newsparse.rules import RuleSet
from newsparse_quotes.lexicon import words
from newsparse_quotes.speakers import (
    accused,
    bodies,
    called,
    epithets,
    leading,
    partisans,
    persons,
    pronouns,
    protagonists,
    topics,
    unnamed,
)
from newsparse_quotes.speakers.case import SpeakerCase
from newsparse_quotes.speakers.pronoun_rules import PRONOUNS
from newsparse_quotes.speakers.spoken import SAID, rule


def _relative(case: SpeakerCase) -> Speaker | None:
    """Whoever is described by the clause that the source, "who" or "which", opens; the one who has a name first."""
    phrase = case.antecedent if case.words in words("pronouns.relative") else None
    if phrase is None:
        return None
    found = [SPEAKER.first(attrs.evolve(case, passage=item, before=None)) for item in (phrase, case.bearer) if item]
    speakers = [decision.found for decision in found if decision is not None]
    named = [speaker for speaker in speakers if speaker.entity]
    return next((attrs.evolve(speaker, mention=case.passage) for speaker in (*named, *speakers)), None)


def _key(speaker: Speaker) -> tuple[str | None, str]:
    return speaker.entity, "" if speaker.entity else speaker.name


SPEAKER: RuleSet[SpeakerCase, Speaker] = RuleSet(
    name="quotes.speaker",
    summary="Whom the words of a source name or refer to.",
    key=_key,
    place=lambda speaker: speaker.mention.span if speaker.mention else None,
    rules=(
        rule(
            "self",
            pronouns.own,
            'The speaker of the quote around it, for "I" and "we" inside',
            "“I told my father that the quay would sink,” said Ada Brook.",
            "“My father told me that the quay would sink,” said Ada Brook.",
        ),
        rule(
            "office",
            persons.office,
            "The one person whose role or title has these initials",
            "Ada Brook, the Municipal Chief Executive, came at noon. The MCE said the quay would sink.",
            SAID,
        ),
        rule(
            "initials",
            persons.initials,
            "The one person with these initials, where they label a turn; the one body that the text calls by them",
            "Ada Brook and Tom Varga met at noon.\n\nAB: Will the quay sink?\n\nTV: It will.\n\nAB: And the ships?",
            SAID,
        ),
        rule(
            "mention",
            called.mention,
            "The entity of the mention at the head of the source, or of the name beside it; otherwise that name",
            "The mayor, Ada Brook, said the quay would sink.",
            "An aide to Ada Brook said the quay would sink.",
        ),
        rule(
            "accused",
            accused.denier,
            "Whoever is accused, sued or charged right before, for a pronoun that denies it; nobody where that is open",
            "Tom Varga sued Martin Kell over the quay. He denied owing the money.",
            "Tom Varga sued Martin Kell over the quay. He said it was his.",
        ),
        *PRONOUNS,
        rule(
            "role",
            persons.role,
            "The one person whom the text calls by the noun of a description",
            "Harbour master Ada Brook came at noon. The harbour master said the quay would sink.",
            "An aide to Ada Brook said the quay would sink.",
        ),
        rule(
            "style",
            persons.styled,
            "The one person before whose name the text puts that style",
            "Her Majesty Queen Ada came at noon. Her Majesty said the quay would sink.",
            "Her Majesty Queen Ada met Her Majesty Queen Jane. Her Majesty said the quay would sink.",
        ),
        rule(
            "owned",
            persons.owned,
            'The one person whom the text calls by a noun that a pronoun owns, such as "her mother"',
            "Tom Varga met his lawyer Ada Brook at noon. The judge slept. His lawyer said the quay would sink.",
            "Ada Brook, a mother of two, met her own mother. Her mother said the quay would sink.",
        ),
        rule(
            "introduced",
            persons.introduced,
            "The one person whom the text calls by the noun of a description later on, or next where it is a title",
            "A Lowmere baker has said the quay will sink.\n\nAda Brook, a baker, lives beside it.",
            "A Lowmere baker has said the quay will sink.",
        ),
        rule(
            "brought-in",
            protagonists.brought_in,
            "The first person to be named, soon after a description at the start of the article",
            "A Lowmere man has told the council that the quay will sink.\n\nTom Varga lives beside it.",
            "A Lowmere man has told the council that the quay will sink.\n\nIt was built for Tom Varga.",
        ),
        rule(
            "heading",
            protagonists.heading,
            'The one person with a leading role in the body before "chief" or "head"',
            "Ada Brook, director of the Lowmere Port Authority (LPA), came at noon. The LPA chief said it would sink.",
            "Ada Brook, a baker, called the Lowmere Port Authority (LPA). The LPA chief said it would sink.",
        ),
        rule(
            "partisan",
            partisans.partisan,
            'The one person of that party, else who spoke last or was just named, for "the Democrat"',
            "“The quay is safe,” Senator Ada Brook said. “It will not sink,” the Democrat added.",
            "“The quay is safe,” Senator Ada Brook, a Republican, said. “It will not sink,” the Democrat said.",
        ),
        rule(
            "named-for-description",
            topics.description,
            "The only person whom the narrator names right before, for the first time, for a description but no office",
            "“It is safe,” Tom Varga said.\n\nJane Holt disagrees.\n\n“It is not,” the young sailor said.",
            "“It is safe,” Tom Varga said.\n\nJane Holt disagrees.\n\n“It is not,” the deputy mayor said.",
        ),
        rule(
            "same-person",
            persons.same_person,
            'Who spoke last, for a description such as "the official" or "the 34-year-old"',
            "The quay will sink, Ada Brook said. The resident said nobody cared.",
            SAID,
        ),
        rule(
            "body",
            bodies.named,
            "The one body or place whose name has the noun of a description",
            "The City of Lowmere closed the quay. The city said the quay would sink.",
            SAID,
        ),
        rule(
            "same-body",
            bodies.spoken,
            'The body that spoke last, for a description that says no more than that it is one: "the company"',
            "The Lowmere Council said the quay would sink. “Nobody cares,” the organisation said.",
            "Ada Brook said the quay would sink. The company said nobody cared.",
        ),
        rule(
            "only-body",
            leading.body,
            "The only body that acts in the last sentence that names one, for a noun for a body of that kind",
            "Lowmere Lines sold the quay. The Danish company said the quay would sink.",
            "Lowmere Lines and Orla Ferries sold the quay. The Danish company said the quay would sink.",
        ),
        rule(
            "leading",
            leading.person,
            "The only person who is a subject in the paragraph before, for a description but no office",
            "Jane Holt met Ada Brook.\n\n“The quay is not safe,” the young sailor said.",
            "Jane Holt met Ada Brook.\n\n“The quay is not safe,” the deputy mayor said.",
        ),
        rule(
            "answering",
            epithets.answering,
            "Whoever is asked, for a description of who answers",
            "When sailors asked Ada Brook about it, the mayor said the quay would sink.",
            "When sailors told Ada Brook about it, the mayor said the quay would sink.",
        ),
        rule(
            "epithet",
            epithets.epithet,
            'The only person whom the words right before are about, for a noun such as "the candidate"',
            "Ada Brook met sailors.\n\n“The quay is not safe,” the candidate said.",
            "Ada Brook met sailors.\n\n“The quay is not safe,” the witness said.",
        ),
        rule(
            "penned",
            protagonists.penned,
            "Whoever is named as the owner of a letter, post or speech",
            "Ada Brook's letter said the quay would sink.",
            "Ada Brook's survey said the quay would sink.",
        ),
        rule(
            "author",
            unnamed.author,
            'The author of the article, for "I" outside marks',
            "I think the quay will sink.",
            SAID,
        ),
        rule(
            "relative",
            _relative,
            'Whoever a clause with "who" or "which" is about',
            "The baker, who insists the quay is safe, moors a boat at it.",
            SAID,
        ),
        rule(
            "open",
            unnamed.pronoun,
            "Nobody, for a pronoun whose antecedent is not found",
            "They said the quay would sink.",
            SAID,
        ),
        rule(
            "described",
            unnamed.described,
            "Whoever the words describe, without a name",
            "Two officials said the quay would sink.",
            SAID,
        ),
    ),
)
