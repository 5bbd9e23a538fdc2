"""When an attribution is not a quote: what nobody said, titles of works, feelings and deeds."""

from __future__ import annotations

from newsparse_quotes.dismissed.case import AttributionCase
from newsparse_quotes.drafts.draft import Tie, top_at, words_at
from newsparse_quotes.grammar import RELATIVE, SUBJECTS, has_finite, is_infinitive
from newsparse_quotes.lexicon import LISTS, attributing, telling, words
from newsparse_quotes.sources.passive import has_agent, is_passive
from newsparse_quotes.sources.tree import CLAUSES
from newsparse_quotes.unquoted import is_title

_STOPS = ".,; "
"""What a title may end with inside its marks, depending on the outlet's style."""
_PAUSES = " \u00a0,:"
"""What may be between "titled" and a title."""
_LEADING = frozenset(":,")
"""What leads to words in marks that are set apart from their clause."""
_MOST_ASIDE = 8
"""Words in marks that are only a part of a clause, at most."""
_MUCH_WORDS = 2
"""Words for how much a face or figures say, at most: "it all"."""
_PRESENT = frozenset({"VBP", "VBZ"})


def is_unsaid(case: AttributionCase) -> bool:
    """Whether a clause is denied to have been said: "nobody said", "it goes without saying that".

    A question is only with "did": "did not say where it went"; "would not say where it went" refuses.
    """
    verb, tree = case.said_without if case.said_without is not None else case.verb, case.tree
    if verb is None or tree.lemma(verb) not in words("speech.verbs.unsaid"):
        return False
    negated = case.has(verb, "modality.negations.clause", "advmod", "mark")
    if not negated and not any(_is_none(case, subject) for subject in tree.children(verb, *SUBJECTS)):
        return False
    if case.has(verb, "grammar.only", "advmod"):
        return False
    asks = tree.lemma(case.inside[0]) in words("grammar.interrogatives")
    return case.has(verb, "grammar.did", "aux") if asks else has_finite(tree, case.inside)


def is_undisclosed(case: AttributionCase) -> bool:
    """Whether somebody gave no word of something, and did not refuse to: "did not disclose the price"."""
    verb = case.verb
    if verb is None or not case.has(verb, "modality.negations.clause", "advmod"):
        return False
    return case.has(verb, "grammar.did", "aux") and not case.has(verb, "grammar.only", "advmod")


def _is_none(case: AttributionCase, noun: int) -> bool:
    """Whether a noun phrase names nobody: "nobody", "no minister", "neither of them"."""
    denied = case.tree.tokens[noun].text.lower() in words("modality.negations.clause")
    return denied or case.has(noun, "modality.negations.clause", "det", "cc:preconj")


def is_work(case: AttributionCase) -> bool:
    """Whether everything in marks is spelled like a title, and the cue is what is done with works."""
    text = case.tree.document.text
    inside = case.quoted.touching(case.draft.content)
    if not inside or not all(is_title(stretch.content.cut(text).rstrip(_STOPS)) for stretch in inside):
        return False
    outside = (w for w in case.inside if not any(s.content.covers(case.tree.tokens[w].span) for s in inside))
    return not has_finite(case.tree, outside)


def is_headed(case: AttributionCase) -> bool:
    """Whether all is one stretch in marks right after what has a title or theme: 'a talk titled "Our Harbours"'."""
    if len(case.marked) != 1 or case.marked[0].open.start > case.draft.content[0].start:
        return False
    stretch, text = case.marked[0], case.tree.document.text
    content = stretch.content.cut(text).rstrip(_STOPS)
    before = text[: stretch.open.start].rstrip(_PAUSES).rsplit(None, 1)[-1:]
    if (
        not before
        or not content[:1].isupper()
        or any(piece.end > stretch.content.end + 1 for piece in case.draft.content)
    ):
        return False
    noun = before[0].lower()
    return noun in words("unquoted.themes") or (noun in words("unquoted.headed") and is_title(content))


def is_deed(case: AttributionCase) -> bool:
    """Whether the content is a person or thing to which something is done, or what is done: "continued to sell"."""
    if case.lemma in words("cues.doing"):
        return case.tree.lemma(case.inside[0]) in words("grammar.to")
    if _is_seen_as(case):
        return False
    top = case.tree.top(case.inside)
    return top is not None and case.tree.tokens[top].upos not in {"VERB", "AUX"}


def is_withheld(case: AttributionCase) -> bool:
    """Whether somebody is not given something: "was denied entry", "have been refused a permit"."""
    verb, tree = case.verb, case.tree
    if verb is None or not is_passive(tree, verb):
        return False
    things = tree.children(verb, "obj")
    return bool(things)


def is_figure_of_speech(case: AttributionCase) -> bool:
    """Whether it is only said that something tells much: "their smiles said a lot", "which is to say"."""
    verb, tree = case.verb, case.tree
    if verb is None:
        return False
    infinitive = is_infinitive(tree, verb)
    if (infinitive or _is_thing(case)) and _is_much(case, verb):
        return True
    if not infinitive or not tree.children(verb, "cop", "aux"):
        return False
    return any(tree.lemma(subject) in words("grammar.facts") for subject in tree.children(verb, *SUBJECTS))


def _is_much(case: AttributionCase, verb: int) -> bool:
    """Whether what is said is only a word for how much that tells: "said a lot"."""
    tree, much = case.tree, words("cues.telling-much")
    if 0 < len(case.inside) <= _MUCH_WORDS and tree.lemma(case.inside[-1]) in much:
        return True
    return any(tree.lemma(word) in much for word in tree.children(verb, "obj") if word not in case.inside)


def _is_thing(case: AttributionCase) -> bool:
    """Whether the source is a noun that is not one for people: "their smiles"."""
    top = top_at(case.tree, case.draft.source)
    return (
        top is not None and case.tree.tokens[top].upos == "NOUN" and case.tree.lemma(top) not in words("nouns.people")
    )


def _says(case: AttributionCase) -> bool:
    """Whether a verb under that of the cue attributes a whole clause: "tried to explain that", "seems to show that"."""
    led = words_at(case.tree, case.draft.cue)
    verbs = (word for word in led if word != case.verb and case.tree.tokens[word].upos == "VERB")
    said = any(case.tree.lemma(word) in telling() for word in verbs)
    return said and has_finite(case.tree, case.inside)


def is_aim(case: AttributionCase) -> bool:
    """Whether somebody tries to do something: "seeks to", "strives to", "a law aimed at"."""
    return not _says(case)


def is_attitude(case: AttributionCase) -> bool:
    """Whether somebody is for or against a person or thing, and nothing is said of it: no verb, no "for" or "as"."""
    tree, top = case.tree, case.tree.top(case.inside)
    apart = [word for clause in tree.children(top, "acl:relcl") for word in tree.below(clause)] if top else []
    tags = {tree.tokens[word].upos for word in case.inside if word not in apart}
    return "VERB" not in tags and not any(case.tree.lemma(word) in words("cues.judging") for word in case.inside)


def is_seeming(case: AttributionCase) -> bool:
    """Whether it only appears so, or a fact shows it: "it appeared that", "this shows that"."""
    if case.verb is None:
        return False
    if case.lemma in words("cues.seeming"):
        return not _says(case)
    subjects = case.tree.children(case.verb, *SUBJECTS)
    facts = [word for word in subjects if case.tree.tokens[word].xpos not in RELATIVE]
    return any(case.tree.lemma(word) in words("grammar.facts") for word in facts)


def is_sensed(case: AttributionCase) -> bool:
    """Whether somebody sees or feels a thing, and nothing is said of it: "has seen a surge of violence".

    In the present, it may be what somebody expects: "sees a surge of prices".
    """
    verb = case.verb
    if verb is None:
        return False
    if case.tree.tokens[verb].xpos in _PRESENT:
        return False
    led = words_at(case.tree, case.draft.cue)
    said = {case.tree.lemma(word) for word in (*case.inside, *led)}
    clause = has_finite(case.tree, case.inside[:-1])
    return not clause and said.isdisjoint(words("grammar.as")) and case.tree.tokens[case.inside[0]].xpos != "TO"


def is_evidence(case: AttributionCase) -> bool:
    """Whether a test speaks for itself: "blood tests showed that"."""
    return source_is(case, "speakers.evidence")


def is_pointing(case: AttributionCase) -> bool:
    """Whether a pronoun only points to what is said elsewhere: "said this in a statement"."""
    if case.verb is None:
        return False
    first = case.inside[0]
    points = case.tree.tokens[first].text.lower() in words("grammar.facts") and case.tree.relation(first) == "obj"
    return points and case.tree.head(first) == case.verb


def is_phrasal(case: AttributionCase) -> bool:
    """Whether a particle makes a deed of the verb: "called off"."""
    if case.verb is None:
        return False
    particles = LISTS.groups("cues.phrasal")[case.lemma]
    return any(case.tree.lemma(child) in particles for child in case.tree.children(case.verb, "compound:prt"))


def is_called(case: AttributionCase) -> bool:
    """Whether the content is what somebody or something is called or known for."""
    if case.verb is None or case.draft.cue is None:
        return False
    if case.lemma in words("cues.known"):
        return True
    verb = case.verb
    modifies = case.tree.relation(verb) == "acl" and case.tree.tokens[verb].xpos == "VBN"
    if not (modifies or is_passive(case.tree, verb)) or has_agent(case.tree, verb):
        return False
    told = case.inside[:1] if case.is_marked else case.inside
    return not any(case.tree.tokens[word].text.lower() in words("grammar.indefinite") for word in told)


def is_aside(case: AttributionCase) -> bool:
    """Whether a few words in marks are a part of a clause whose verb says nothing: "the “old lady” ferry sailed"."""
    text = case.tree.document.text
    if case.draft.tie is not Tie.GOVERNOR or case.lemma in attributing() or len(case.marked) != 1:
        return False
    words_inside = case.marked[0].content.cut(text)
    led = text[: case.marked[0].open.start].rstrip()[-1:] in _LEADING
    short = len(words_inside.split()) <= _MOST_ASIDE or source_is(case, "nouns.silent")
    return not led and words_inside[-1:] not in _STOPS and short


def is_ruling(case: AttributionCase) -> bool:
    """Whether a court or body decides on what is put to it: "dismissed a petition", "rejected the appeal"."""
    top = case.tree.top(case.inside)
    return top is not None and case.tree.lemma(top) in words("speakers.pleas")


def is_reference(case: AttributionCase) -> bool:
    """Whether the content is somebody, or a document, that the subject refers to: "citing two people"."""
    if _is_seen_as(case):
        return False
    top = _described(case) or case.tree.top(case.inside)
    if top is None or case.tree.tokens[top].upos not in {"NOUN", "PROPN"}:
        return False
    noun, clauses = case.tree.lemma(top), case.tree.children(top, "acl", "ccomp")
    if any(case.has(clause, "grammar.that", "mark") for clause in clauses):
        return False
    return noun in words("nouns.people", "speakers.documents", "speakers.nameless")


def _described(case: AttributionCase) -> int | None:
    """The noun in the cue that a relative clause in the content is about: "quoted a report (that said it sank)"."""
    tree = case.tree
    for word in case.inside:
        verb = tree.head(word) if tree.tokens[word].xpos in RELATIVE and tree.relation(word) in SUBJECTS else None
        noun = tree.head(verb) if verb is not None and tree.relation(verb) in CLAUSES else None
        if noun is not None and noun < case.inside[0]:
            return noun
    return None


def _is_seen_as(case: AttributionCase) -> bool:
    """Whether somebody or something is remembered or named as something: "remembers her as a nurse"."""
    return any(case.tree.lemma(word) in words("grammar.as") for word in case.inside[:-1])


def is_no_comment(case: AttributionCase) -> bool:
    """Whether nobody answers: "did not reply to a call for comment", "declined to comment"."""
    if case.verb is None:
        return False
    if case.lemma in words("cues.declining"):
        return all(case.tree.lemma(word) in words("cues.commenting") for word in case.inside)
    top = case.tree.top(case.inside)
    asked = top is not None and case.tree.lemma(top) in words("speakers.requests")
    return asked and case.has(case.verb, "modality.negations.clause", "advmod")


def is_recall(case: AttributionCase) -> bool:
    """Whether goods or people are called back, and nothing is remembered: "recalled 3,000 cars", "its envoy"."""
    top = case.tree.top(case.inside)
    if top is None or case.tree.relation(top) not in {"obj", "nsubj:pass"}:
        return False
    if case.tree.lemma(top) in words("cues.recalled"):
        return True
    if case.tree.tokens[top].upos == "NOUN" and case.tree.lemma(top) not in words("nouns.people"):
        return bool(case.tree.children(top, "nummod")) and not case.tree.children(top, "acl", "acl:relcl", "ccomp")
    return _is_moved(case, top)


def _is_moved(case: AttributionCase, person: int) -> bool:
    """Whether it says where somebody comes or goes: "recalled her to the squad", "him from his loan"."""
    verb = case.tree.head(person)
    places = case.tree.children(verb, "obl") if verb is not None else ()
    return any(case.tree.case(place) in words("grammar.moving") for place in places)


def is_picture(case: AttributionCase) -> bool:
    """Whether pictures show what nobody says: "photos show", "footage of the fire shows"."""
    return source_is(case, "speakers.pictures")


def is_amount(case: AttributionCase) -> bool:
    """Whether the source is a sum or number in digits, and the verb does not attribute: "£88,000 had gone to"."""
    if case.draft.source is None or case.lemma in attributing():
        return False
    top = case.tree.top(case.tree.index.overlapping(case.draft.source))
    number = top is not None and case.tree.tokens[top].upos in {"NUM", "SYM"}
    return number and any(character.isdigit() for character in case.draft.source.cut(case.tree.document.text))


def is_genre(case: AttributionCase) -> bool:
    """Whether a label is the sort of an article: "Explainer: The quay will be closed", "Voter Guide: ..."."""
    source, cue, text = case.draft.source, case.draft.cue, case.tree.document.text
    if source is None or cue is None or cue.cut(text) != ":" or cue.start != source.end:
        return False
    *_, last = source.cut(text).lower().split()
    return last in words("speakers.genres")


def is_abstract(case: AttributionCase) -> bool:
    """Whether the source is a state, an event or a thing, which says nothing: "growth was expected to"."""
    source = case.draft.source
    planned = source is not None and source.cut(case.tree.document.text).lower() in words("speakers.standards")
    return planned or source_is(case, "nouns.silent")


def source_is(case: AttributionCase, nouns: str) -> bool:
    """Whether the head of the source is one of the nouns of a list."""
    if case.draft.source is None:
        return False
    top = case.tree.top(case.tree.index.overlapping(case.draft.source))
    top = _antecedent(case, top) if top is not None else None
    if top is None or case.tree.tokens[top].upos != "NOUN" or case.tree.is_titled(top):
        return False
    return case.tree.lemma(top) in words(nouns)


def _antecedent(case: AttributionCase, word: int) -> int:
    """What a relative pronoun stands for, the noun that its clause is about; any other word itself."""
    verb = case.tree.head(word) if case.tree.tokens[word].xpos in RELATIVE else None
    noun = case.tree.head(verb) if verb is not None and case.tree.relation(verb) == "acl:relcl" else None
    return word if noun is None else noun
