"""Number words that state no quantity: "one of the", "no one", "nine to five", "two-faced"."""

from __future__ import annotations

from newsparse_numbers.lexicon import endings, table, values, words
from newsparse_numbers.numerals.phrases import phrases
from newsparse_numbers.numerals.shares import is_superlative
from newsparse_numbers.numerals.words import Gap, Stream
from newsparse_numbers.rejection.case import Case, hyphenated
from newsparse_numbers.rejection.scores import tallied

_CLOSING = frozenset("’',.;:?!)”\"—…")
_SENTENCE_ENDS = frozenset('.!?;:“"')
_IDIOM_WORDS = 6
_LISTED_WORDS = 8
"""How far before "and one of fraud" a number of the same things may be."""
_PAIRED_WORDS = 5
"""How far behind "from one" the other of two may be: "from one end of the country to the other"."""


def is_one(case: Case) -> bool:
    """Whether the numeral is "one" or "zero"."""
    return case.surface in words("names.ones")


def points_only(case: Case) -> bool:
    """Whether "one" only refers to something: "one of the", "no one", "one another", "the one that"."""
    attached = case.attached
    if attached.kind != "count":
        return case.before.lower() in words("names.no") or _one_day(case)
    if attached.negative or _is_number(case):
        return False
    if _at_mark(case) or not case.after or _beside_pronoun(case) or _acts(case):
        return True
    if attached.bound or attached.exactness != "exact":
        return False
    return not case.after.islower() or _indirect(case)


def opens_point(case: Case) -> bool:
    """Whether an ordinal only numbers what is said: "Third, the roof leaks.", "Fourth: close the gate"."""
    stream, at = case.stream, case.at
    mark = stream[case.behind]
    if not mark.glued or not (mark.text == ":" or (mark.text == "," and case.numeral.form == "ordinal")):
        return False
    first = at - (stream[at - 1].lower in words("claims.joining"))  # "And third, the roof leaks."
    ends = stream[first].gap >= Gap.LINE or stream[first - 1].text in _SENTENCE_ENDS
    return ends and (stream[first].capital or first < at)


def _is_number(case: Case) -> bool:
    """Whether what is around "one" shows that it is a number: "one or two", "only one", "voted 9 to one"."""
    return _alone(case) or tallied(case) or _limited(case) or _opens_range(case) or _also_of(case)


def _beside_pronoun(case: Case) -> bool:
    """Whether the words beside "one" make it a pronoun: "the fourth one", "one of the", "from one to another"."""
    before = case.before.lower()
    sole = before in words("names.sole") and case.stream[case.at - 2].lower in words("claims.place_articles")
    ranked = case.stream[case.at].gap < Gap.LINE and _ranked(case.stream[case.at - 1].lower)
    if sole or before in words("names.before_one") or case.after.lower() in words("names.not_one") or ranked:
        return True
    reach = _PAIRED_WORDS if before in words("claims.from") else 1
    paired = phrases("names.to_another")
    return any(paired.starting(case.stream, case.behind + place) for place in range(1, reach + 1))


def _acts(case: Case) -> bool:
    """Whether "one" is whoever does something: "as one enters the hall"; not "one arms dealer", "one dies"."""
    verb, following = case.after, case.stream[case.behind + 1]
    if case.numeral.low != 1 or not (
        verb.isalpha() and verb.islower() and verb.endswith(endings("names.plural_endings"))
    ):
        return False
    noun = verb.endswith(endings("names.singular_endings")) or verb in words("names.singular_in_s")
    closed = following.text == "," or following.lower in words("names.stops", "names.determiners")
    return closed and not noun and verb not in words("names.one_counts")


def _also_of(case: Case) -> bool:
    """Whether "one" goes on a list of charges and the like: "two counts of theft and one of fraud"."""
    stream, behind, before = case.stream, case.behind, case.before.lower()
    if case.after.lower() not in words("claims.of") or before not in words("claims.joining"):
        return False
    what = stream[behind + 1]
    if what.lower in words("names.determiners"):
        return False
    near = stream.lowers(case.at - _LISTED_WORDS, case.at)
    listed = any(
        word in words("claims.of") and near[i - 1].endswith(endings("names.plural_endings"))
        for i, word in enumerate(near)
        if i > 1
    )
    return listed and any(
        stream[index].kind == "number" or stream[index].lower in table("numerals.small")
        for index in range(case.at - _LISTED_WORDS, case.at)
    )


def _opens_range(case: Case) -> bool:
    """Whether a larger number word follows: "one or two ships", "from one to three"; not "one to one"."""
    stream, joint = case.stream, case.stream[case.behind]
    ranges = joint.lower in words("ranges.or") or joint.lower in words("claims.to")
    return ranges and values("numerals.small").get(stream[case.behind + 1].lower, 0) > 1


def _limited(case: Case) -> bool:
    """Whether there is no more than one, or no less: "only one witness", "at least one deed", "all but one of us"."""
    stream, at = case.stream, case.stream.at(case.numeral.start)
    limits = "names.limiting_one_of" if case.after.lower() in words("claims.of") else "names.limiting_one"
    found = phrases(limits).ending(stream, at - 1)
    named = found is not None and stream[found[1] - 1].lower in words("names.before_one")
    return found is not None and not named and case.after.lower() not in words("names.abstract_one")


def _ranked(before: str) -> bool:
    """Whether an ordinal or a superlative is before: "the fourth one", "the biggest one"."""
    return before in table("numerals.ordinals") or is_superlative(before)


def _at_mark(case: Case) -> bool:
    """Whether a mark or a line end ends the phrase of "one": "the one.", "one-on-one"."""
    word = case.stream[case.behind]
    return hyphenated(case.stream, case.behind) or word.gap >= Gap.LINE or word.text in _CLOSING


def _alone(case: Case) -> bool:
    """Whether the numeral is the whole text."""
    return not case.stream[case.at - 1].kind and not case.stream[case.behind].kind


def _one_day(case: Case) -> bool:
    """Whether it is an unnamed day: "one day"; not "one day after", "for one day"."""
    stream, behind = case.stream, case.behind
    if stream[behind].lower not in words("names.unnamed_days"):
        return False
    counted = case.before.lower() in words("names.counting_before_day")
    return not counted and stream[behind + 1].lower not in words("names.after_counted_days")


def _indirect(case: Case) -> bool:
    """Whether "one" only means "a": "one man held up a sign"; "one man died" counts."""
    stream, behind = case.stream, case.behind
    if _befalls(stream, behind + 1):
        return False
    introduced = case.after in words("names.indirect_one") or case.after in words("nouns.people.introduced")
    return introduced and case.before.lower() not in words("names.counting_before_one")


def _befalls(stream: Stream, verb: int) -> bool:
    """Whether a verb says what happened to one of a number: "died", "was arrested"; not "was blunter"."""
    word, follows = stream[verb].lower, stream[verb + 1].lower
    if word not in words("names.one_counts"):
        return False
    passive = follows in words("names.one_counts") or follows.endswith(endings("names.past_endings"))
    return word not in words("names.plural_verbs") or passive


def only_partly(case: Case) -> bool:
    """Whether "half" only says "partly" of a state: "a ship half loaded"; "nearly half finished" may count people."""
    if case.surface not in words("names.partly") or not case.attached.plain:
        return False
    before = case.before
    return case.after in words("names.half_states") and before.islower() and before not in words("names.half_counts")


def in_saying(case: Case) -> bool:
    """Whether a number word is in a fixed expression: "nine to five", "on cloud nine"."""
    stream, first = case.stream, case.stream.at(case.numeral.start)
    known = phrases("names.idioms")
    if not stream.holds(first - _IDIOM_WORDS, first + 1, known.firsts):
        return False
    for index in range(first - _IDIOM_WORDS, first + 1):
        found = known.starting(stream, index) if index >= 0 else None
        if found and found[1] >= case.behind:
            return True
    return False


def joined(case: Case) -> bool:
    """Whether a hyphen joins a word that counts nothing: "two-faced", "four-star"."""
    return hyphenated(case.stream, case.behind) and case.stream[case.behind + 1].lower in words("names.joined")
