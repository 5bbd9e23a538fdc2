"""The rules that decide whom a pronoun means that is the words of a source, in the order of their precedence."""

from __future__ import annotations

from newsparse_quotes.speakers import clauses, examples, newcomers, owners, pronouns, talks, things, together, topics
from newsparse_quotes.speakers.spoken import SAID, SpeakerRule, rule

_INTERVIEW = (
    "Dr. Ada Brook keeps the lamps of Lowmere and spoke to us by telephone.\n\nHow old is the quay?\n\n"
    "“It is older than all of us. My father mended it twice.”\n\nAnd what will you do now?\n\n"
    "“Sleep, I hope,” she says."
)
PRONOUNS: tuple[SpeakerRule, ...] = (
    rule(
        "asked",
        pronouns.asked,
        "Whoever the question before is put to, for a pronoun that answers",
        "The judge asked Tom Varga if he understood. “I do,” he replied.",
        "Tom Varga asked the judge to explain. “I do not understand,” he said.",
    ),
    rule(
        "resumed",
        pronouns.resumed,
        "Who spoke last, where the cue says that they go on, and not somebody who has not spoken",
        "“The quay is safe,” Ada Brook said. Jane Holt fell off it. She was hurt. She added that it would sink.",
        "“The quay is safe,” Ada Brook said. Jane Holt fell off it. She was hurt. She said that it would sink.",
    ),
    rule(
        "for-whom",
        clauses.fronted,
        'Whoever "for" names at the beginning of the clause of a pronoun',
        "Ada Holt said the quay was safe. As for Ada Brook, she said that it would sink.",
        "Ada Holt said the quay was safe. For years, she said that it would not sink.",
    ),
    rule(
        "interviewee",
        talks.interviewee,
        'Whom a talk is with, for a pronoun in a clause with "in which" about it; nobody where that has no name',
        "Tom Varga was late. The paper printed an interview with Martin Kell in which he said the quay would sink.",
        "Tom Varga was late. The paper printed an interview in which he said the quay would sink.",
    ),
    rule(
        "clause-subject",
        clauses.around_clause,
        "The person who is the subject of the sentence, for a pronoun in a clause about something in it",
        "Tom Holt spoke of a new club. Ada Brook praised the owners for the quay, which she said was safe.",
        "Tom Holt spoke of a new club. The owners praised Ada Brook for the quay, which she said was safe.",
    ),
    rule(
        "subject-ahead",
        clauses.subject_ahead,
        'The person who is the subject of a sentence that opens with "in" and a clause, for a pronoun in that',
        "Tom Varga mended it. In what he said was a joke, Martin Kell painted the quay.",
        "Tom Varga mended it. In what he said was a joke, the quay was painted for Martin Kell.",
    ),
    rule(
        "named-before",
        topics.pronoun,
        "The only person whom the narrator names right before, as one who acts, for a pronoun of that gender",
        "Tom Varga has a ship. “It is safe,” he said.\n\nMartin Kell’s father built it.\n\n“It sank,” he said.",
        "Tom Varga has a ship. “It is safe,” he said.\n\nIt is Martin Kell’s father’s.\n\n“It sank,” he said.",
    ),
    rule(
        "pair",
        together.pair,
        'The people whom "and" joins as the subject of the sentence before, for "they"',
        "Ada Brook and Tom Varga own the ferry. They said the quay would sink.",
        "Ada Brook saw Tom Varga at the ferry. They said the quay would sink.",
    ),
    rule(
        "one-of-two",
        together.one_of_two,
        'Nobody, for "he" right after two men who are named together, meet or ask one another',
        "Tom Varga and Martin Kell came at noon. He said the quay would sink.",
        "Tom Varga saw Martin Kell at noon. He said the quay would sink.",
    ),
    rule(
        "of-owner",
        owners.of_owner,
        'Nobody, for "he" after a sentence about the brother or lawyer of a man named there',
        "Tom Varga's brother came at noon. He said the quay would sink.",
        "Tom Varga's wife came at noon. He said the quay would sink.",
    ),
    rule(
        "latter",
        together.latter,
        'The last of those named in the clause or sentence before, for "the latter"',
        "Ada Brook called Tom Varga after the latter said the quay would sink.",
        "Ada Brook came at noon. The latter said the quay would sink.",
    ),
    rule(
        "coreference",
        pronouns.coreference,
        "The entity that a pronoun refers to, unless somebody else has spoken since or the content names it",
        "Tom Varga owns the ferry. He also owns the quay. He said the quay would sink.",
        SAID,
    ),
    rule(
        "newcomer",
        newcomers.newcomer,
        "Somebody without a name of whom the narrator has told since, for a pronoun",
        "Ada Brook left on Monday. A sailor saw the ship. She said that it would sink.",
        "A sailor saw the ship. Ada Brook left on Monday. She said that it would sink.",
    ),
    rule(
        "last",
        pronouns.last,
        "Who spoke last, for a pronoun of the same gender",
        "Ada Brook says the quay is old. It is long. It was wet. It is cold. It leaks. “It will sink,” she says.",
        SAID,
    ),
    rule(
        "example",
        examples.example,
        "The one person who is named as an example of the people who spoke last, for a pronoun of the same gender",
        "“It sinks,” Tom Holt said.\n\nSailors, such as Tom Varga, say it does not.\n\n“It floats,” he said.",
        "“It sinks,” Tom Holt said.\n\nSailors say it does not.\n\n“It floats,” he said.",
    ),
    rule(
        "speaker-before",
        pronouns.speaker_before,
        "The last person who spoke, where a body or document has spoken since",
        "“It sinks,” Ada Holt said. It was wet. It leaks. It is old. The city said it was not. “It is,” she said.",
        SAID,
    ),
    rule(
        "thing",
        things.thing,
        'The document or body that spoke before, for "it"',
        "The report says the quay is unsafe. It warns that the quay could sink.",
        "Ada Brook says the quay is unsafe. It could sink.",
    ),
    rule(
        "group",
        pronouns.group,
        'The group that spoke before, for "they", or the people who answered it right before',
        "Two sailors said the quay would sink. They said nobody cared.",
        SAID,
    ),
    rule("before", pronouns.before, "The person named last, for a pronoun of the same gender", _INTERVIEW, SAID),
    rule(
        "retold",
        pronouns.retold,
        "The only person of that gender named near, in words without marks before the cue",
        "Jane Holt fell off the quay and was hurt, she said.",
        "Tom Varga fell off the quay and was hurt, she said.",
    ),
)
