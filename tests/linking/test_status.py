"""The status of claims: how an article gives each, and who disputes, confirms or takes back what, here or elsewhere."""

from __future__ import annotations

import itertools

import pytest

from newsparse.linking import across
from newsparse.model import Document, Meta


@pytest.fixture(scope="module")
def read(english):
    """The statuses of claims of articles, one for each day."""

    def statuses(*texts):
        return list(across(articles(english, *texts)).statuses)

    return statuses


def articles(pipeline, *texts):
    days = [f"2026-03-{number:02}" for number in range(2, 2 + len(texts))]
    given = [Document(text=text, id=day, meta=Meta(published=day)) for day, text in zip(days, texts, strict=True)]
    return list(pipeline.pipe(given))


def of(statuses, words, after=""):
    """The one claim with these words; with ``after``, the one right behind that beginning of an article."""
    found = [item for item in statuses if item.place.text.rstrip(".,") == words]
    (found,) = [item for item in found if not after or item.place.start == len(after)]
    return found


@pytest.mark.parametrize(
    ("text", "words", "base", "evidence"),
    [
        ("The bridge has 40 arches.", "40", "asserted", "40"),
        ("The bridge has 40 arches, Ada Brook said.", "40", "reported", "said"),
        ("The bridge reportedly has 40 arches.", "40", "hedged", "reportedly"),
        ("The bridge is said to have 40 arches.", "40", "hedged", "is said"),
        ("The bridge has about 40 arches.", "40", "asserted", "40"),
        ("Ada Brook estimates that the bridge has 40 arches.", "40", "reported", "estimates"),
        ("Ada Brook estimates that the bridge may have 40 arches.", "40", "hedged", "may"),
        ("The bridge does not have 40 arches.", "40", "denied", "not"),
        ("Nobody may drive faster than 40 km/h on the bridge.", "40 km/h", "asserted", "40 km/h"),
        ("The town will be without its bridge of 40 arches.", "40", "asserted", "40"),
        ("Ada Brook said the bridge could not be closed.", "the bridge could not be closed", "reported", "said"),
        ("Ada Brook said the bridge could be closed.", "the bridge could be closed", "hedged", "could"),
        ("Ada Brook denied that the bridge had collapsed.", "that the bridge had collapsed", "denied", "denied"),
    ],
)
def test_a_claim_is_given_in_one_way_with_the_words_that_say_so(read, text, words, base, evidence):
    found = [item for item in read(text) if words in item.place.text or item.place.text in words]
    assert {item.base for item in found} == {base}
    assert evidence in {place.text for item in found for place in item.evidence}


@pytest.mark.parametrize(
    "answer",
    [
        "Tomas Varga disputed this claim.",
        "Tomas Varga rejected Brook's accusation.",
        "The accusation was rejected by Tomas Varga.",
        "Tomas Varga denied that the gates had been locked.",
        '"That is not true," Tomas Varga said.',
        "Tomas Varga called her claim absurd.",
        "Tomas Varga contradicted her.",
        "Tomas Varga ruled this out.",
        "Tomas Varga saw no proof of this.",
        "Tomas Varga hit back at the accusation.",
        "Tomas Varga cast doubt on her account.",
        "Tomas Varga said there was no truth in the rumours.",
        "Tomas Varga disagreed.",
        "Tomas Varga said otherwise.",
        "Tomas Varga accused Brook of lying.",
        "Tomas Varga did not believe it.",
        "Tomas Varga said the claim was without foundation.",
        "Tomas Varga said Brook was wrong.",
        "Tomas Varga denied repeatedly that the gates had been locked.",
        "Tomas Varga waved her accusation away.",
        "Tomas Varga did not share Brook's fear.",
        "Tomas Varga contradicted Brook.",
        '"They were open all night," retorted Tomas Varga.',
        '"We opened them at six," Tomas Varga shot back.',
        "Tomas Varga countered that they had been open.",
        "Tomas Varga testified to the contrary.",
        "Tomas Varga claimed the opposite.",
        "Tomas Varga remembers it differently.",
        "Tomas Varga has denied any such thing.",
        "Tomas Varga dismissed fears that the gates had been locked.",
        "Tomas Varga doubted her word that the gates had been locked.",
        "Tomas Varga said there was no evidence that the gates had been locked.",
        "Tomas Varga said he knew nothing of it.",
        "Tomas Varga had doubts about her statement.",
        "Tomas Varga labelled the allegation baseless.",
        "Tomas Varga said she had got it wrong.",
        "Tomas Varga said she was mistaken.",
        "Tomas Varga accused her of spreading lies.",
        "It is an accusation that Tomas Varga rejects.",
        "The claim, which Tomas Varga denies, led to an inquiry.",
        "Tomas Varga is not convinced.",
        "Tomas Varga does not agree with her.",
        "Tomas Varga finds the accusation absurd.",
        "Tomas Varga spoke of a lie.",
        "Tomas Varga accused Brook of exaggeration.",
        "Tomas Varga said she was not telling the truth.",
        "Tomas Varga said that Brook had misunderstood the plan.",
        "Tomas Varga defended himself against the charge.",
        "Tomas Varga said there was not a shred of evidence for it.",
        '"What she says is untrue," said Tomas Varga.',
        "Tomas Varga called her a liar.",
        "Tomas Varga called Brook a liar.",
        "Her claim was met with derision by Tomas Varga.",
        "Tomas Varga said her account bore no relation to the truth.",
        "Tomas Varga said the claim has no merit.",
        "Tomas Varga accused Brook of having faked the photographs.",
        "Tomas Varga dismissed the claim as pure invention.",
    ],
)
def test_who_disputes_a_claim_is_named_with_the_words(read, answer):
    before = "Ada Brook said "
    claim = of(read(f"{before}the gates had been locked. {answer}"), "the gates had been locked", after=before)
    assert claim.labels == {"reported", "disputed"}
    (effect,) = claim.effects
    assert effect.by == "Tomas Varga"
    assert effect.rules[0].startswith("across.reply.")


@pytest.mark.parametrize(
    "answer",
    [
        "Tomas Varga rejected the offer.",
        "Tomas Varga questioned her for an hour.",
        "Tomas Varga did not dispute this claim.",
        "Tomas Varga declined to confirm this claim.",
        "Tomas Varga could not confirm this claim.",
        "Tomas Varga said it rained.",
        "Tomas Varga wondered whether that was true.",
        "Tomas Varga told another story about his dog.",
        "Tomas Varga agreed.",
        "Tomas Varga agreed to this.",
        '"It is absurd," Tomas Varga said of the weather.',
        "Tomas Varga backed away from the plan.",
        "Tomas Varga did not share the report with his staff.",
        "Tomas Varga countered with an offer of 40 euros.",
        "Tomas Varga contradicted himself.",
        "Tomas Varga waved the driver away.",
        "Tomas Varga said the opposite wall was white.",
        "Tomas Varga objected to the new timetable.",
        "Tomas Varga rejected the claim about his dog.",
        "Tomas Varga said that she was wrong to leave.",
        "Tomas Varga did not agree to the plan.",
        "Tomas Varga told a joke that nobody rejected.",
        "Tomas Varga spoke of a myth about dragons.",
        "Tomas Varga was sceptical of the plan.",
        "Tomas Varga was met with scorn.",
        "Tomas Varga staged a play about gates.",
        "Tomas Varga said the plan has no merit.",
    ],
)
def test_words_that_answer_no_claim_change_nothing(read, answer):
    found = read(f"Ada Brook said the gates had been locked. It was late. It rained in Orla. {answer}")
    assert of(found, "the gates had been locked").effects == ()


@pytest.mark.parametrize(
    "answer",
    [
        "Tomas Varga confirmed this.",
        "Tomas Varga bore out the charge.",
        "Tomas Varga vouched for her account.",
        "Tomas Varga agreed that the gates had been locked.",
        '"She is right," Tomas Varga said.',
        "Tomas Varga found that the gates had indeed been locked.",
    ],
)
def test_who_confirms_a_claim_is_named(read, answer):
    before = "Ada Brook said "
    claim = of(read(f"{before}the gates had been locked. {answer}"), "the gates had been locked", after=before)
    assert {(effect.effect, effect.by) for effect in claim.effects} == {("confirmed", "Tomas Varga")}


def test_words_beside_the_predicate_do_not_make_a_denial_one_of_the_last_figure(read):
    found = read("The fire killed 40 cows at a farm in Orla. Tomas Varga denied that his men had left the farm.")
    assert "disputed" not in of(found, "40").labels


def test_facts_dispute_a_claim_too(read):
    found = read("Ada Brook said the gates had been locked. Logs belie her account. Films show the opposite.")
    claim = of(found, "the gates had been locked")
    assert {(effect.effect, effect.by) for effect in claim.effects} == {("disputed", "Logs"), ("disputed", "Films")}


@pytest.mark.parametrize(
    "answer",
    [
        "Tomas Varga denied that there had been any warnings.",
        '"There is no record of a warning," said Tomas Varga.',
        "Tomas Varga found no sign of a warning.",
    ],
)
def test_a_noun_denies_what_was_said_with_its_verb(read, answer):
    found = read(f'"We warned the owners of the mill three times," Ada Brook said. {answer}')
    claim = next(item for item in found if item.kind == "quote")
    assert {(effect.effect, effect.by) for effect in claim.effects} == {("disputed", "Tomas Varga")}


def test_a_denial_is_shown_with_the_words_that_it_denies(read):
    found = read("Ada Brook said the gates had been locked. Tomas Varga denied that the gates had been locked.")
    assert {effect.place.text for effect in found[0].effects} == {"denied that the gates had been locked"}


def test_no_sign_of_something_else_denies_nothing(read):
    found = read('"We warned the owners three times," Ada Brook said. Tomas Varga found no sign of a burglary.')
    assert all(not item.effects for item in found)


def test_who_takes_a_remark_back_does_not_confirm_it(read):
    found = read("Ada Brook said the gates had been locked. Brook took back her remark that the gates had been locked.")
    claim = next(item for item in found if item.kind == "quote")
    assert claim.labels == {"reported", "corrected"}


@pytest.mark.parametrize(
    "answer",
    [
        "Tomas Varga called the number far too high.",
        "Tomas Varga put the number much lower.",
        "Tomas Varga said it was only 12.",
        "Tomas Varga said there were far fewer.",
        "Tomas Varga said that far fewer gates had been locked.",
    ],
)
def test_a_figure_is_disputed_by_another_one(read, answer):
    before = "The owner said "
    found = read(f"{before}40 gates of the mill had been locked. {answer}")
    assert "disputed" in of(found, "40").labels


@pytest.mark.parametrize(
    "answer", ["Tomas Varga said it was only a dog.", "Tomas Varga said that more doors would be locked."]
)
def test_other_words_for_less_and_more_dispute_no_figure(read, answer):
    found = read(f"The owner said 40 gates of the mill had been locked. {answer}")
    assert "disputed" not in of(found, "40").labels


def test_a_number_of_few_words_is_disputed_before_one_that_has_more(read):
    found = read(
        "A paper puts the cost of the new dam at 60 million euros. Ada Brook had mentioned 40 million. "
        "Tomas Varga called that number a fairy tale."
    )
    assert {item.place.text: "disputed" in item.labels for item in found if item.kind == "figure"} == {
        "60 million euros": False,
        "40 million": True,
    }


def test_a_clause_disputes_what_somebody_said_and_not_the_figures_within(read):
    found = read(
        "At 18 euros a ticket, the circus lost its money, Ada Brook said.",
        "At the circus, Tomas Varga denied that the circus had lost its money.",
    )
    first = [item for item in found if item.place.document == "2026-03-02"]
    assert {item.kind: "disputed" in item.labels for item in first} == {"quote": True, "figure": False}


def test_nobody_disputes_a_claim_of_their_own(read):
    found = read("Ada Brook said the gates had been locked. Brook denied that she had locked the gates.")
    assert of(found, "the gates had been locked").labels == {"reported"}


def test_a_claim_disputed_in_one_article_is_disputed_in_another(read):
    found = read(
        "A fire broke out at the Orla mill. Ada Brook said the gates of the mill had been locked.",
        "Ada Brook said the gates of the Orla mill had been locked before the fire. Tomas Varga disputed this claim.",
    )
    claim = of(found, "the gates of the mill had been locked")
    assert [(effect.by, effect.place.document) for effect in claim.effects] == [("Tomas Varga", "2026-03-03")]


def test_a_figure_is_disputed_by_its_own_noun(read):
    found = read("The owner said 40 gates of the mill were locked. Tomas Varga disputed the number.")
    assert "disputed" in of(found, "40").labels


def test_a_second_named_source_confirms_a_claim(read):
    found = read(
        "The flood in Stell destroyed six bridges, Gustav Ilic said.",
        "The flood destroyed six bridges in Stell, Helen Stone said.",
    )
    figures = [item for item in found if item.kind == "figure"]
    assert [item.labels for item in figures] == [{"reported", "confirmed"}] * 2
    assert {effect.by for item in figures for effect in item.effects} == {"Gustav Ilic", "Helen Stone"}


def test_the_same_source_twice_confirms_nothing(read):
    found = read(
        "The flood in Stell destroyed six bridges, Gustav Ilic said.",
        "The flood destroyed six bridges in Stell, Ilic said. Gustav Ilic heads the district.",
    )
    assert [item.labels for item in found if item.kind == "figure"] == [{"reported"}] * 2


def test_a_figure_that_is_taken_back_is_corrected_where_it_was_given_first(read):
    found = read(
        "Lime Works sold 45,000 lamps in the last quarter.",
        "Lime Works sold 54,000 lamps in the last quarter. Correction: an earlier version said it was 45,000 lamps.",
    )
    figures = {(item.place.text, "corrected" in item.labels) for item in found if item.kind == "figure"}
    assert figures == {("45,000", True), ("54,000", False)}


def test_a_claim_without_evidence_is_left_open(read):
    found = read("“The gates had been locked, every one of them, all night.”")
    assert {item.base for item in found} <= {"open"}
    assert all(item.evidence == () for item in found)


def test_every_status_but_open_has_evidence_inside_its_document(english):
    documents = articles(english, "Ada Brook said 40 gates may have been locked. Tomas Varga rejected this claim.")
    texts = {document.id: document.text for document in documents}
    found = across(documents).statuses
    assert found
    for status in found:
        places = [status.place, *status.evidence, *(effect.place for effect in status.effects)]
        assert all(texts[place.document][place.start : place.end] == place.text for place in places)
        assert status.base == "open" or status.evidence


def test_the_order_of_the_articles_makes_no_difference(english):
    documents = articles(
        english,
        "Ada Brook said the gates of the Orla mill had been locked. 12 people died in the fire at the mill.",
        "Tomas Varga denied that the gates of the Orla mill had been locked. The fire killed 14 people.",
        "The fire at the Orla mill killed 14 people, Ada Brook said. Varga called her claim about the gates absurd.",
    )
    results = [across(order) for order in itertools.permutations(documents)]
    assert len({result.statuses for result in results}) == 1
    assert len({result.figures for result in results}) == 1
