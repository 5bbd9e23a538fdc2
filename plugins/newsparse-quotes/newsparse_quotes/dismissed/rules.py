"""The rules by which an attribution is not a quote."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from newsparse.rules import BySort, RuleSet
from newsparse_quotes.dismissed import attitudes, deeds, mute, names, possible, references, unsaid
from newsparse_quotes.dismissed.case import AttributionCase
from newsparse_quotes.dismissed.imagined import POSSIBLE
from newsparse_quotes.fixed import Fixed, always
from newsparse_quotes.lexicon import LISTS, words

_Condition = Callable[[AttributionCase], bool]


def _sort(case: AttributionCase) -> Hashable:
    """All that the conditions of the rules depend on."""
    return case.is_marked, case.lemma


def _cue(*names: str) -> _Condition:
    """Whether the lemma of the cue is in one of some lists."""
    return lambda case: case.lemma in words(*names)


def _unmarked(*names: str) -> _Condition:
    """Whether no words are in marks, and the lemma of the cue is in one of some lists."""
    return lambda case: not case.is_marked and case.lemma in words(*names)


def _bare(case: AttributionCase) -> bool:
    return not case.is_marked


def _is_phrasal(case: AttributionCase) -> bool:
    return not case.is_marked and case.lemma in LISTS.groups("cues.phrasal")


BY_CUE = BySort(_sort)
"""Asks the rules for the verb or noun of the cue, and for whether words are in marks."""
_rule = Fixed[AttributionCase, str]("quotes.dismissed").rule
DISMISSED: RuleSet[AttributionCase, str] = RuleSet(
    name="quotes.dismissed",
    summary="Why what the model attributes is not a quote.",
    rules=(
        _rule(
            "unsaid",
            unsaid.is_unsaid,
            "unsaid",
            "Nobody says it: a clause after a negated cue, or one whose subject is nobody",
            "Nobody said that the quay was safe.",
            "The mayor would not say where the money went.",
            _bare,
        ),
        *POSSIBLE,
        _rule(
            "undisclosed",
            unsaid.is_undisclosed,
            "unsaid",
            "Somebody gives no word of what the content names, and has not refused to",
            "The firm did not disclose the price of the quay.",
            "The firm would not disclose the price of the quay.",
            _unmarked("cues.disclosing"),
        ),
        _rule(
            "counterfactual",
            possible.is_counterfactual,
            "possibility",
            "Nobody can have said or thought it",
            "The mayor could not have predicted the fall of the quay.",
            "The mayor could not predict the price of the quay.",
            _bare,
        ),
        _rule(
            "legal-effect",
            mute.is_legal_effect,
            "deed",
            "A law or rule obliges or allows, and says nothing",
            "The law requires that sailors have a licence.",
            "The union demands that sailors have a licence.",
            _unmarked("cues.requiring"),
        ),
        _rule(
            "posted",
            references.is_posted,
            "reference",
            "What is posted is a picture or somebody else's text",
            "Ada Brook tweeted a photo of the quay.",
            "Ada Brook tweeted that the quay was old.",
            _unmarked("cues.posting"),
        ),
        _rule(
            "topic",
            references.is_topic,
            "reference",
            "The content is only what somebody speaks of or is asked about",
            "Asked about the charges, the mayor left.",
            "Asked whether the charges were true, the mayor left.",
            _unmarked("cues.topical", "cues.mentioning"),
        ),
        _rule(
            "work",
            names.is_work,
            "title",
            "The words in marks are titles, and the cue is something done with works",
            "Ada Brook remembers “The Old Harbour” and “Night Boat” from her childhood.",
            "Ada Brook remembers: “The quay was full of people.”",
            _cue("unquoted.handling"),
        ),
        _rule(
            "headed",
            names.is_headed,
            "title",
            "The words in marks are a title or theme, by the word right before them",
            "Ada Brook gave a speech titled “A Handbook for Sailors.”",
            "Ada Brook gave a speech: “A handbook for sailors was missing.”",
            always,
        ),
        _rule(
            "deed",
            deeds.is_deed,
            "deed",
            "The content is somebody or something that the subject acts on, without words, or what the subject does",
            "Most voters backed the mayor.",
            "Most voters demanded a new mayor.",
            _unmarked("cues.doing", "cues.deeds"),
        ),
        _rule(
            "withheld",
            deeds.is_withheld,
            "deed",
            "Somebody is not given what the content names",
            "The sailors were denied a licence to sell fish.",
            "The sailors denied that the quay was old.",
            _unmarked("cues.withholding"),
        ),
        _rule(
            "figure-of-speech",
            unsaid.is_figure_of_speech,
            "idiom",
            "The words only say that something tells much",
            "The crew were wet, and their faces said it all.",
            "The crew were wet, and their captain said it was cold.",
            _unmarked("cues.saying", "speech.verbs.telling"),
        ),
        _rule(
            "aim",
            attitudes.is_aim,
            "aim",
            "The content is what somebody tries to do, and need not have said",
            "The council seeks to win back the trust of the sailors.",
            "The council plans to sell the quay.",
            _unmarked("cues.aims"),
        ),
        _rule(
            "attitude",
            attitudes.is_attitude,
            "attitude",
            "The content is somebody or something that the subject is for or against, and no reason is given",
            "The sailors oppose the new quay.",
            "The sailors oppose selling the quay.",
            _unmarked("speech.verbs.attitude"),
        ),
        _rule(
            "seeming",
            attitudes.is_seeming,
            "appearance",
            "It only appears so, or a fact shows it, and nobody says it",
            "This shows that the quay is old.",
            "The report shows that the quay is old.",
            _unmarked("cues.seeming", "cues.showing", "cues.signing"),
        ),
        _rule(
            "sensed",
            attitudes.is_sensed,
            "sense",
            "Somebody sees, feels or goes through something, and nothing is said of it",
            "Larkmoor is now feeling the effects of low demand.",
            "Ada Brook sees the new quay as a gift to the rich.",
            _unmarked("cues.sensing"),
        ),
        _rule(
            "evidence",
            mute.is_evidence,
            "evidence",
            "A test or reading shows it, and nobody says it",
            "Blood tests showed that the sailor had been drinking.",
            "A survey showed that the quay was unsafe.",
            _unmarked("cues.showing", "cues.signing", "cues.perceiving", "cues.settling", "cues.proving"),
        ),
        _rule(
            "free-to",
            possible.is_free_to,
            "possibility",
            "Somebody can demand it, and need not have",
            "The mayor can dissolve the council and call for a new vote.",
            "The mayor dissolved the council and called for a new vote.",
            _bare,
        ),
        _rule(
            "wanted",
            possible.is_wanted,
            "wish",
            "Somebody ought to say it, and has not",
            "Ada Brook should admit that the quay is old.",
            "Ada Brook would admit that the quay was old.",
            _bare,
        ),
        _rule(
            "allowed",
            possible.is_allowed,
            "right",
            "Somebody may say it, and need not have",
            "Sailors have the right to demand that the quay be closed.",
            "Sailors used their right to speak, and demanded that the quay be closed.",
            _bare,
        ),
        _rule(
            "pointing",
            references.is_pointing,
            "unsaid",
            "A pronoun only points to what is said elsewhere",
            "The council said this in a statement on Monday after the strike.",
            "The council said this was a mistake.",
            _bare,
        ),
        _rule(
            "possible",
            possible.is_possible,
            "possibility",
            "It can be said or must be done, and the text does not say who says so",
            "It can be argued that the quay is old.",
            "Sailors argued that the quay was old.",
            _bare,
        ),
        _rule(
            "phrasal",
            deeds.is_phrasal,
            "deed",
            "A particle makes a deed of the verb",
            "Officials called off the search for the missing sailors.",
            "Officials called for a search for the missing sailors.",
            _is_phrasal,
        ),
        _rule(
            "called",
            names.is_called,
            "name",
            "The content is what somebody or something is called or known for",
            "Ada Brook is known for painting the quay at night.",
            "Ada Brook calls the quay “a ruin that nobody wants”.",
            _cue("cues.known", "cues.naming"),
        ),
        _rule(
            "ruling",
            deeds.is_ruling,
            "deed",
            "A court or body decides on what is put to it",
            "The judge dismissed the petition against the quay.",
            "The judge dismissed the claims about the quay.",
            _unmarked("cues.deciding"),
        ),
        _rule(
            "reference",
            references.is_reference,
            "reference",
            "The content is the source that the subject refers to, and nothing that it says",
            "The Harbour Gazette reported the delay, citing two people who know the plans.",
            "The Harbour Gazette reported the delay, citing a lack of money.",
            _unmarked("cues.referring"),
        ),
        _rule(
            "no-comment",
            unsaid.is_no_comment,
            "refusal",
            "Nobody answers: a request that gets no reply, or a refusal to comment on nothing in particular",
            "Lund Lines did not immediately respond to requests for comment.",
            "Ada Brook responded to questions by saying the quay was safe.",
            _unmarked("speech.verbs.replying", "cues.declining"),
        ),
        _rule(
            "recall",
            deeds.is_recall,
            "deed",
            "Goods or people are called back",
            "Lund Motors recalled 3,000 cars over faulty brakes.",
            "Ada Brook recalled how the quay had sunk.",
            _unmarked("cues.recalling"),
        ),
        _rule(
            "picture",
            mute.is_picture,
            "picture",
            "Pictures show what nobody says",
            "Photos showed that the quay was under water.",
            "A survey showed that the quay was unsafe.",
            _unmarked("cues.showing"),
        ),
        _rule(
            "amount",
            mute.is_amount,
            "unsaid",
            "The source is a sum or a number, and the verb does not attribute",
            "About £88,000 of it had gone to a shop and “a little over £2,000” to a school in Lowmere.",
            "About 80 of them said “a little over £2,000” had gone to a school in Lowmere.",
            always,
        ),
        _rule(
            "genre",
            mute.is_genre,
            "unsaid",
            "A word before the colon of a headline says what sort of article it is",
            "Explainer: The quay will be closed",
            "Report: The quay will be closed",
            _bare,
        ),
        _rule(
            "abstract",
            mute.is_abstract,
            "unsaid",
            "The source is a state, an event or a thing, which says nothing",
            "The crisis demands that the quay be closed.",
            "The report demands that the quay be closed.",
            _bare,
        ),
        _rule(
            "aside",
            names.is_aside,
            "unsaid",
            "A few words in marks are a part of a clause whose verb says nothing",
            "The Old Quay (“where the sun sets”) union has gathered sailors in Lowmere.",
            "Ada Brook thundered: “The quay will sink before the spring.”",
            always,
        ),
    ),
)
