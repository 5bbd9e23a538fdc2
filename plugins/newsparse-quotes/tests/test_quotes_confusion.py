"""Words in the wrong mouth: who is told or asked, holders of other offices, whom an aide speaks for, other bodies."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Kevin Moses asked Daniel Rae how high the wall would be. “Ten metres,” he told Moses, to cheers.",
            "Daniel Rae",
        ),
        (
            "Olga Petrova asked Ada Brook whether the quay was safe. “I swim there every day,” she told Petrova.",
            "Ada Brook",
        ),
    ],
)
def test_nobody_tells_themselves(last, text, name):
    assert last(text) == (name, True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Herman Cole, a former mayor, was asked by a listener why the bridge had been closed. "
            "“We had to save money,” he said.",
            "Herman Cole",
        ),
        ("Ada Brook was asked by a reporter whether she would stand. She said that it was too early.", "Ada Brook"),
    ],
)
def test_whoever_is_asked_goes_on_and_not_who_asks(last, text, name):
    assert last(text) == (name, True)


@pytest.mark.parametrize("office", ["The prime minister", "The senator", "The mayor"])
def test_an_office_that_either_of_two_speakers_may_hold_stays_open(last, office):
    text = (
        "Paul Duval insisted that the contract must be made public. “I know nothing of it,” Pravin Gopal replied. "
        f"“The more you spend, the less you see,” Duval said. {office} said that the members should be grateful."
    )
    assert last(text) == (office, False)


@pytest.mark.parametrize("office", ["The senator", "The lawmaker"])
def test_an_office_of_many_is_that_of_the_only_one_who_spoke(last, office):
    text = f"Paul Duval insisted that the contract must be made public. {office} said that it was too late."
    assert last(text) == ("Paul Duval", True)


@pytest.mark.parametrize("office", ["governor", "mayor"])
def test_a_former_holder_is_not_the_holder_of_an_office(last, office):
    text = (
        f"Republican Christine Wood, a former {office} of Lowmere, told the Echo that she was ashamed. "
        f"Newspapers asked Tom Varga to resign. He is tired, Varga said. “The best man won,” the {office} said."
    )
    assert last(text) != ("Christine Wood", True)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("An aide to Mayor Rosa Klein said the vote was safe.", "An aide to Mayor Rosa Klein"),
        ("A lawyer for the singer Tom Varga said the tour was over.", "A lawyer for the singer Tom Varga"),
        ("A diplomat close to President Sani Okoro said it was late. “He is lost,” the diplomat said.", "the diplomat"),
    ],
)
def test_whoever_is_spoken_for_does_not_speak(last, text, name):
    assert last(text) == (name, False)


@pytest.mark.parametrize(
    ("source", "name"),
    [
        ("master of ceremonies Asab Tabchi, an engineer", "Asab Tabchi"),
        ("ranking Democrat Elijah Cumber (D-Md.)", "Elijah Cumber"),
        ("head of operations Ada Brook (Labour)", "Ada Brook"),
    ],
)
def test_a_name_after_its_title_speaks_whatever_follows(last, source, name):
    assert last(f"“They are frustrated,” said {source}.") == (name, True)


@pytest.mark.parametrize("when", ["today", "yesterday", "on Monday", "on Friday"])
@pytest.mark.parametrize("source", ["The harbour board", "Lowmere Ferries Ltd"])
def test_when_it_was_said_is_no_part_of_the_speaker(pipeline, source, when):
    quote = pipeline(f"{source} {when} said that the old quay would be closed.").quotes[0]
    assert quote.speaker is not None
    assert quote.speaker.mention is not None
    assert quote.speaker.mention.text == source


def test_a_day_in_a_name_stays(last):
    assert last("The newspaper Lowmere Today said that the quay would be closed.") == ("Lowmere Today", True)


@pytest.mark.parametrize("letters", ["WHO", "IT"])
def test_letters_are_not_a_pronoun(pipeline, letters):
    speaker = pipeline(f"{letters} on Monday said that the cases were rising.").quotes[0].speaker
    assert speaker is not None
    assert speaker.kind != "unresolved"


def test_letters_mean_the_body_that_the_text_calls_by_them(last):
    text = "The World Health Organization (WHO) declared an emergency. WHO on Monday said the cases were rising."
    assert last(text) == ("World Health Organization", True)


@pytest.mark.parametrize(
    ("body", "noun"),
    [
        ("The Tourism Authority of Lowmere (TAL) wants more seats. The TAL has made a plan.", "the airline"),
        ("The Lowmere Port Administration (LPA) wants more ships. The LPA has made a plan.", "the company"),
    ],
)
def test_a_public_body_is_no_company(last, body, noun):
    text = f"{body} British Wings’ winter schedule was announced, and {noun} said it would not fly before May."
    assert last(text) == ("British Wings", True)


@pytest.mark.parametrize("noun", ["group", "organization"])
def test_an_association_can_be_the_group(last, noun):
    text = (
        "The Lowmere Association against Torture (LAT) issued a report, which followed a letter to Quay Rights Watch. "
        f"When the LAT published its findings, the {noun} said it felt threatened."
    )
    assert last(text) == ("Lowmere Association against Torture", True)


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("Bolsonaro said in a video message that trade should be increased, he added.", "Bolsonaro"),
        ("The board met. Ada Brook said that the quay would be closed, she added.", "Ada Brook"),
    ],
)
def test_who_is_said_twice_to_speak_speaks_once(said, text, said_by):
    assert [name for _, name in said(text)] == [said_by]


def test_whoever_is_reported_by_somebody_else_is_apart(said):
    names = [name for _, name in said("Tom Varga came home. His doctor said that he could play, he added.")]
    assert names == ["Tom Varga", "His doctor"]


@pytest.mark.parametrize("thought", ["expected to win the vote", "expected to lose their seats"])
def test_of_whom_something_is_thought_does_not_think_it(pipeline, thought):
    quotes = pipeline(f"The vote is set for May, with Rae and Murphy {thought}.").quotes
    assert all(quote.speaker is None for quote in quotes)


@pytest.mark.parametrize(
    ("link", "content"),
    [
        ("But ", "the old quay will be closed"),
        ("And ", "the old quay will be closed"),
        ("Yet ", "the old quay will be closed"),
        ("However, ", "the old quay will be closed"),
        ("Even so, ", "the old quay will be closed"),
        ("So far, ", "So far, the old quay will be closed"),
        ("But for the rain ", "But for the rain the old quay will be closed"),
    ],
)
def test_what_links_a_reported_sentence_to_the_one_before_stays_outside(said, link, content):
    assert said(f"{link}the old quay will be closed, Ada Brook said.") == [((content,), "Ada Brook")]


def test_a_link_in_marks_stays(said):
    assert said("“But the quay is safe,” Ada Brook said.")[0][0] == ("But the quay is safe,",)


@pytest.mark.parametrize("noun", ["senator", "councillor"])
def test_a_description_means_whom_it_meant_before(last, noun):
    text = (
        f"“Look at us,” Bernard Sands said. Six months ago, the independent {noun} said, nobody knew him. "
        f"“That would be you?” Gloria Borger asked. “That would be me,” the {noun} said."
    )
    assert last(text) == ("Bernard Sands", True)


@pytest.mark.parametrize(
    ("kin", "missing"),
    [("His brother Karim", "Karim"), ("His eldest son Jamal", "Jamal"), ("His late brother Sami", "Sami")],
)
def test_a_relative_who_does_not_speak_is_not_he(last, kin, missing):
    text = (
        "“The sea took everything,” Ahmed Bouzid, a fisherman, said. "
        f"{kin} is on the list of those who drowned. “I look for him every morning,” he said."
    )
    assert last(text) != (missing, True)


@pytest.mark.parametrize("kin", ["his late father", "his older brother", "his father"])
def test_a_surname_is_not_that_of_a_relative(last, kin):
    text = (
        f"Enoch Pokiak went whaling in July. He is inspired by {kin} Randall Pokiak. "
        "Pokiak said that nothing went to waste."
    )
    assert last(text) == ("Enoch Pokiak", True)


@pytest.mark.parametrize(
    ("first", "second", "name"),
    [
        ("the government spokesman", "Spokesman Thanakorn Wang", "Thanakorn Wang"),
        ("the general secretary", "General Secretary Mick Dunn", "Mick Dunn"),
    ],
)
def test_a_title_means_whoever_is_named_with_it_next(pipeline, first, second, name):
    quotes = pipeline(f"Rail services will be cut, {first} said. {second} said that the talks had failed.").quotes
    assert str(quotes[0].speaker) == name


def test_a_title_is_not_that_of_a_holder_of_another_office(pipeline):
    text = "Taxes will rise, the prime minister said. Foreign Minister Mick Dunn said that the talks had failed."
    assert str(pipeline(text).quotes[0].speaker) == "the prime minister"


def test_direct_speech_in_a_paragraph_of_its_own_is_a_quote_of_its_own(said):
    text = (
        "Access was another barrier, Tom Hock said.\n\nMany often had difficulty getting to hearings.\n\n"
        '"Claimants always want to be present, they really do."\n\n'
        "Hock, who has represented claimants, told the tribunal the barriers were high."
    )
    contents = [content for content, _ in said(text)]
    assert ("the barriers were high",) in contents
    assert ("Claimants always want to be present, they really do.",) in contents


@pytest.mark.parametrize(
    "text",
    [
        "They spoke barely a word of English, but their smiles said a lot.",
        "The crew were wet, and their faces said it all.",
        "The sailors were denied entry to the old harbour in May.",
        "Tom Varga has been refused a permit.",
    ],
)
def test_what_tells_much_or_is_withheld_is_no_quote(said, text):
    assert said(text) == []


def test_initials_mean_the_person(last):
    text = "Crown Prince Mohammed bin Salman opened the city. Prince MBS has claimed that it will be ready by May."
    assert last(text) == ("Mohammed bin Salman", True)
