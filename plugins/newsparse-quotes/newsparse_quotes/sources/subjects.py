"""When the subject of a cue is not who speaks: it is asked, hears or faces what others say, or is in a passive."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import attrs

from newsparse.model import Span
from newsparse.rules import Rule
from newsparse.syntax import Tree
from newsparse_quotes.drafts.draft import Draft, Tie, lemmas_at, words_at
from newsparse_quotes.drafts.planned import is_planned
from newsparse_quotes.grammar import ACTIVE, SUBJECTS, has_finite
from newsparse_quotes.lexicon import attributing, reported, thoughts, words
from newsparse_quotes.sources.case import SourceCase, is_expletive
from newsparse_quotes.sources.forged import is_forged
from newsparse_quotes.sources.letters import informant
from newsparse_quotes.sources.passive import has_agent, is_asked, is_passive
from newsparse_quotes.sources.sourced import Sourced, rule

_WHO_CLAUSES = frozenset({"acl:relcl", "advcl:relcl"})
"""Relations of a clause such as "who said"."""


def nobody(test: Callable[[SourceCase, int], bool], case: SourceCase) -> Draft | None:
    """The draft without a source, where the cue has words and passes a test; the test gets the top of these."""
    if case.top is None or not test(case, case.top):
        return None
    return attrs.evolve(case.draft, source=None, tie=Tie.NOBODY)


def has_expletive(case: SourceCase, _verb: int) -> bool:
    """Whether the model's source is the "there" of "there are hopes that", or the "it" of "it is easy to claim"."""
    return case.given.source is not None and is_expletive(case.tree, case.given.source)


def is_only_read(case: SourceCase, _verb: int) -> bool:
    """Whether somebody only gets to read what is said, and the text does not say by whom: "found a note saying"."""
    return case.is_read


def is_excepted(case: SourceCase, verb: int) -> bool:
    """Whether all but somebody say it, or somebody did not: "all but Ada Brook said", "it was not Tom who said"."""
    tree = case.tree
    if any(tree.case(who) in words("grammar.except") for who in tree.children(verb, *ACTIVE)):
        return True
    above = tree.head(verb) if tree.relation(verb) in _WHO_CLAUSES else None
    told = tree.children(above, *ACTIVE, "expl") if above is not None else []
    if above is None or not any(tree.lemma(it) in words("pronouns.thing") for it in told):
        return False
    return any(tree.lemma(word) in words("modality.negations.clause") for word in tree.children(above, "advmod"))


def corrected(case: SourceCase) -> Draft | None:
    """Whoever it was instead: "it was not Ada Brook but (Tom Varga) who said"."""
    tree, verb = case.tree, case.top
    above = tree.head(verb) if verb is not None and tree.relation(verb) in _WHO_CLAUSES else None
    if verb is None or above is None or not is_excepted(case, verb):
        return None
    for other in tree.children(above, "conj"):
        if above < other < verb and any(tree.lemma(cc) in words("grammar.except") for cc in tree.children(other, "cc")):
            return attrs.evolve(case.draft, source=tree.phrase(other, ("cc", "punct")), tie=Tie.SUBJECT)
    return None


def lacks_agent(case: SourceCase, verb: int) -> bool:
    """Whether somebody is asked or told, or something said, and not by whom: "the men were told that"."""
    tree = case.tree
    if is_asked(tree, verb):
        return True
    if _is_said_in_passive(tree, verb, case.draft) and not is_planned(tree, case.given):
        return True
    return _is_elsewhere(tree, verb, case.draft.source)


def _is_said_in_passive(tree: Tree, verb: int, draft: Draft) -> bool:
    """Whether the source of a passive without an agent would be its subject: what is said, or who is told."""
    if tree.lemma(verb) not in reported() or not is_passive(tree, verb):
        return False
    inside = words_at(tree, draft.cue)
    if any(tree.tokens[word].xpos == "VBG" for word in inside if tree.relation(word) != "aux:pass"):
        return False  # "was heard saying"
    if has_agent(tree, verb):
        return False
    given = words_at(tree, draft.source)
    return not given or any(word in given for word in _told_of(tree, verb))


def _told_of(tree: Tree, verb: int) -> set[int]:
    """What a passive says something of: its subjects, those that it shares, and the noun that a participle modifies."""
    about = {*tree.children(verb, *SUBJECTS, "expl")}
    above = tree.head(verb)
    if above is None:
        return about
    bare = not tree.children(verb, "aux:pass")
    if bare:
        about.add(above)
    if bare or tree.relation(verb) == "conj":
        about.update(tree.children(above, *SUBJECTS))
    return about


def is_hearsay(case: SourceCase, top: int) -> bool:
    """Whether a cue is an adverb such as "allegedly", or one with a verb that says nothing: "allegedly sold"."""
    tree, cue = case.tree, case.given.cue
    if words("cues.hearsay").isdisjoint(lemmas_at(tree, cue) if cue is not None else [tree.lemma(top)]):
        return False
    speaking = words(
        "speech.verbs.reporting", "speech.verbs.directing", "speech.verbs.intending", "speech.verbs.viewing"
    )
    return tree.lemma(top) not in speaking | thoughts()


def is_heard(case: SourceCase, verb: int) -> bool:
    """Whether somebody hears what is said, and so does not say it: "the court heard"; not "was heard saying"."""
    tree = case.tree
    hears = tree.lemma(verb) in words("cues.hearing") and bool(tree.children(verb, *ACTIVE))
    return hears and not tree.children(verb, "aux:pass") and informant(tree, verb) is None


def _claim(tree: Tree, top: int, cue: Span) -> int:
    """The noun for a claim in a cue: "faces accusations"; the top of the cue where no noun is its object."""
    objects = [word for word in tree.children(top, "obj") if tree.tokens[word].upos == "NOUN"]
    inside = tree.index.overlapping(cue) if objects else ()
    return next((word for word in objects if word in inside), top)


def is_faced(case: SourceCase, top: int) -> bool:
    """Whether the subject does not make the claim: "he faces accusations that", "despite complaints that"."""
    tree = case.tree
    noun = _claim(tree, top, case.given.cue or case.given.content[0])
    above, relation = tree.head(noun), tree.relation(noun)
    if above is None or relation not in {"obj", "obl"} or tree.children(noun, "nmod:poss"):
        return False
    if relation == "obl" and tree.case(noun) in words("grammar.with"):
        return False  # "stirred anger with a claim that"
    if _origins(tree, noun):
        return False
    if any(tree.lemma(word) in words("cues.despite") for word in tree.children(noun, "case", "mark")):
        return not tree.children(noun, "nmod")
    if tree.tokens[noun].upos != "NOUN":
        return False
    return tree.lemma(above) in words("cues.facing") or _is_raising(tree, above)


def _is_raising(tree: Tree, verb: int) -> bool:
    """Whether a participle brings up what others claim: "the quay sank, raising fears that"."""
    if tree.tokens[verb].xpos != "VBG" or tree.relation(verb) != "advcl":
        return False
    return tree.lemma(verb) in words("cues.raising")


def _origins(tree: Tree, noun: int) -> list[int]:
    """Whoever makes a claim that somebody else faces: "criticism from sailors"."""
    above = tree.head(noun)
    near = [*tree.children(noun, "nmod"), *(tree.children(above, "obl") if above is not None else [])]
    return [word for word in near if word > noun and tree.case(word) in words("grammar.origins")]


def is_borrowed(case: SourceCase, top: int) -> bool:
    """Whether a verb that says nothing has words in marks beside it, less than a clause: "remain “above 2%”"."""
    tree, draft = case.tree, case.draft
    if tree.tokens[top].upos != "VERB" or tree.lemma(top) in attributing():
        return False
    pieces = draft.content
    if pieces[0].cut(case.text)[:1].isupper() or not all(
        any(s.open.start <= p.start and p.end <= s.content.end + 1 for s in case.quoted.near(p)) for p in pieces
    ):
        return False
    return not has_finite(tree, draft.inside(tree))


def _is_elsewhere(tree: Tree, verb: int, given: Span | None) -> bool:
    """Whether a source is outside the sentence of a passive, which has none then: "sheep were reported lost"."""
    if given is None or not tree.children(verb, "aux:pass"):
        return False
    inside = tree.index.overlapping(given)
    return inside[0] not in tree.index.sentence(verb)


def faced(case: SourceCase) -> Draft | None:
    """Whoever makes a claim that the subject only faces."""
    tree, top, draft = case.tree, case.top, case.draft
    if top is None or draft.cue is None:
        return None
    noun = _claim(tree, top, draft.cue)
    above = tree.head(noun)
    if above is None or tree.tokens[noun].upos != "NOUN" or tree.lemma(above) not in words("cues.facing"):
        return None
    found, inside = _origins(tree, noun), set(draft.inside(tree))
    if not found or tree.tokens[found[0]].span.start > draft.content[-1].start:
        return None
    phrase = tree.phrase(found[0], ("case", "punct", "cc"), {*inside, *tree.index.overlapping(draft.cue)})
    return draft.having(source=phrase, tie=Tie.AGENT)


FORGERY: Rule[SourceCase, Sourced] = rule(
    "forged",
    partial(nobody, is_forged),
    "Nobody, where what is written or shown is a forgery, or somebody is wrongly quoted",
    "A forged letter from Ada Brook said the quay would sink.",
    "A long letter from Ada Brook said the quay would sink.",
)
"""The rule by which nobody need have said what is forged."""
NOBODY: tuple[Rule[SourceCase, Sourced], ...] = (
    rule(
        "corrected",
        corrected,
        'Whoever "but" names, where it was "not" somebody else "who said"',
        "It was not Ada Brook but Tom Varga who said the quay would sink.",
        "It was not Ada Brook who said the quay would sink.",
    ),
    rule(
        "expletive",
        partial(nobody, has_expletive),
        'Nobody, for the "there" of "there are hopes" and the "it" of "it is easy to claim"',
        "There are hopes a new quay will draw more ships to the harbour.",
        "The council has hopes a new quay will draw more ships to the harbour.",
    ),
    rule(
        "nobody",
        partial(nobody, lacks_agent),
        "Nobody, where the cue says that somebody is asked or told, or is a passive whose agent is not named",
        "Asked whether the quay would sink, Ada Brook laughed.",
        "Ada Brook asked whether the quay would sink.",
    ),
    rule(
        "heard",
        partial(nobody, is_heard),
        "Nobody, where the subject of the cue hears what others say",
        "The court heard that the quay would sink.",
        "The court said that the quay would sink.",
    ),
    rule(
        "hearsay",
        partial(nobody, is_hearsay),
        'Nobody, for "allegedly" or "reportedly" beside a verb that says nothing',
        "The quay was reportedly sold to a bank.",
        "The council announced that the quay was sold to a bank.",
    ),
    rule(
        "faces",
        partial(nobody, is_faced),
        "Nobody, where the subject of the cue faces, brings up or ignores a claim that others make",
        "The sailors ignored the rules, raising fears the quay would sink.",
        "Ada Brook makes accusations that Tom Varga sold the lamps.",
    ),
    rule(
        "excepted",
        partial(nobody, is_excepted),
        'Nobody, where all but the subject of the cue say it, or it was "not" the subject "who said"',
        "All but Ada Brook said the quay was lost.",
        "Ada Brook said the quay was lost.",
    ),
    rule(
        "borrowed",
        partial(nobody, is_borrowed),
        "Nobody, for less than a clause in marks beside a verb that says nothing",
        "The union sent a letter that week for “notes long enough to tell the number of lamps in the harbour.”",
        "Ada Brook said the quay was “a ruin”.",
    ),
    rule(
        "read",
        partial(nobody, is_only_read),
        "Nobody, where somebody only gets to read what is said",
        "Police found a note saying the quay would sink.",
        "Police wrote a note saying the quay would sink.",
    ),
)
"""The rules by which nobody whom the text names says what a cue attributes, in the order of their precedence."""
