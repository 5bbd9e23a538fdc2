"""The rules by which an attribution is not a quote."""

from __future__ import annotations

from newsparse.rules import RuleSet
from newsparse_quotes.dismissed import finding
from newsparse_quotes.dismissed.case import AttributionCase
from newsparse_quotes.fixed import Fixed

_rule = Fixed[AttributionCase, str]("quotes.dismissed").rule
DISMISSED: RuleSet[AttributionCase, str] = RuleSet(
    name="quotes.dismissed",
    summary="Why what the model attributes is not a quote.",
    rules=(
        _rule(
            "unsaid",
            finding.is_unsaid,
            "unsaid",
            "Nobody says it: a clause after a negated cue, or one whose subject is nobody",
            "Nobody said that the quay was safe.",
            "The mayor would not say where the money went.",
        ),
        _rule(
            "work",
            finding.is_work,
            "title",
            "The words in marks are titles, and the cue is something done with works",
            "Ada Brook remembers “The Old Harbour” and “Night Boat” from her childhood.",
            "Ada Brook remembers: “The quay was full of people.”",
        ),
        _rule(
            "deed",
            finding.is_deed,
            "deed",
            "The content is somebody or something that the subject acts on, without words, or what the subject does",
            "Most fans applauded the goalkeeper.",
            "Most fans demanded a new goalkeeper.",
        ),
        _rule(
            "aim",
            finding.is_aim,
            "aim",
            "The content is what somebody tries to do, and need not have said",
            "The council seeks to win back the trust of the sailors.",
            "The council plans to sell the quay.",
        ),
        _rule(
            "attitude",
            finding.is_attitude,
            "attitude",
            "The content is somebody or something that the subject is for or against, and no reason is given",
            "The sailors oppose the new quay.",
            "The sailors oppose selling the quay.",
        ),
        _rule(
            "seeming",
            finding.is_seeming,
            "appearance",
            "It only appears so, or a fact shows it, and nobody says it",
            "This shows that the quay is old.",
            "The report shows that the quay is old.",
        ),
        _rule(
            "wanted",
            finding.is_wanted,
            "wish",
            "Somebody ought to say it, and has not",
            "Ada Brook should admit that the quay is old.",
            "Ada Brook would admit that the quay was old.",
        ),
        _rule(
            "allowed",
            finding.is_allowed,
            "right",
            "Somebody may say it, and need not have",
            "Sailors have the right to demand that the quay be closed.",
            "Sailors used their right to speak, and demanded that the quay be closed.",
        ),
        _rule(
            "possible",
            finding.is_possible,
            "possibility",
            "It can be said or must be done, and the text does not say who says so",
            "Sailors are required to show their papers at the quay.",
            "The mayor required sailors to show their papers at the quay.",
        ),
        _rule(
            "phrasal",
            finding.is_phrasal,
            "deed",
            "A particle makes a deed of the verb",
            "Officials called off the search for the missing sailors.",
            "Officials called for a search for the missing sailors.",
        ),
        _rule(
            "called",
            finding.is_called,
            "name",
            "The content is what somebody or something is called or known for",
            "Ada Brook is known for painting the quay at night.",
            "Ada Brook calls the quay “a ruin that nobody wants”.",
        ),
        _rule(
            "ruling",
            finding.is_ruling,
            "deed",
            "A court or body decides on what is put to it",
            "The judge dismissed the petition against the quay.",
            "The judge dismissed the claims about the quay.",
        ),
        _rule(
            "reference",
            finding.is_reference,
            "reference",
            "The content is the source that the subject refers to, and nothing that it says",
            "The Harbour Gazette reported the delay, citing two people who know the plans.",
            "The Harbour Gazette reported the delay, citing a lack of money.",
        ),
        _rule(
            "no-comment",
            finding.is_no_comment,
            "refusal",
            "Nobody answers: a request, call or message that gets no reply",
            "Lund Lines did not immediately respond to requests for comment.",
            "Ada Brook responded to questions by saying the quay was safe.",
        ),
        _rule(
            "picture",
            finding.is_picture,
            "picture",
            "Pictures show what nobody says",
            "Photos showed that the quay was under water.",
            "A survey showed that the quay was unsafe.",
        ),
        _rule(
            "amount",
            finding.is_amount,
            "unsaid",
            "The source is a sum or a number, and the verb does not attribute",
            "About £88,000 of it had gone to a shop and “a little over £2,000” to a school in Lowmere.",
            "About 80 of them said “a little over £2,000” had gone to a school in Lowmere.",
        ),
        _rule(
            "abstract",
            finding.is_abstract,
            "unsaid",
            "The source is a state, an event or a thing, which says nothing",
            "The crisis demands that the quay be closed.",
            "The report demands that the quay be closed.",
        ),
    ),
)
