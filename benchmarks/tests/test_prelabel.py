"""Predictions go out to labelling tools and come back: what nobody changed scores 100 on every row."""

from __future__ import annotations

import json
import re
import runpy
import sys
import types
from decimal import Decimal
from xml.etree import ElementTree

import attrs
import pytest
from click.testing import CliRunner

import newsparse
from newsparse.errors import SchemaError
from newsparse.model import (
    Document,
    Entity,
    Label,
    Link,
    Mention,
    Meta,
    NumberClaim,
    Passage,
    Quantity,
    Span,
    Speaker,
    distinct,
)
from newsparse.serial import dumps
from newsparse_bench import markup
from newsparse_bench.commands import bench
from newsparse_bench.corpora import shipped, users
from newsparse_bench.labels import built, labelled, regions, tagged
from newsparse_bench.labels.tags import CHOICES, LABELS, READABLE
from newsparse_bench.prelabel import FORMATS, configuration
from newsparse_bench.scoring import measured

TASKS = ("quotes", "numbers", "entities", "groups", "roles")
ODD = (
    "🚢 “We lost 4% & <more>,” Ilse Marek\r\nsaid.\r\n“The rest — 12 to 15 ships — left,” she said.\n\n"
    "Marek, harbour master of Kell Port, denied that “all” of the 三 ships sank. Ada Brook told her: “He said ‘no’.”\n"
)


def submitted(folder):
    """What Label Studio does when a labeller submits a task without a change."""
    path = folder / "tasks.json"
    tasks = json.loads(path.read_text("utf-8"))
    for task in tasks:
        task["annotations"] = [{"result": task.pop("predictions")[0]["result"], "was_cancelled": False}]
    path.write_text(json.dumps(tasks), "utf-8")
    (folder / "label-studio.xml").unlink()


def there_and_back(documents, name, folder):
    def fail(document, error):
        raise error

    folder.mkdir(exist_ok=True)
    for file, text in FORMATS[name].files(documents, "test 1", fail):
        with (folder / file).open("ab") as stream:
            stream.write(text.encode())
    if name == "label-studio":
        (folder / "label-studio.xml").touch()
        submitted(folder)
    return list(users.load(folder))


def scores(gold, guess):
    result = measured(gold, [(document, "") for document in guess], TASKS)
    return {name: figure.f1 for name, figure in result.figures.items() if figure.gold}


@pytest.fixture(scope="session")
def predictions():
    """The shipped articles as newsparse reads them, without what their labels say."""
    nlp = newsparse.load("en", layers=("tags", "trees"))
    gold = [document for part in ("dev", "test") for document in shipped.load(None, part)][::3]
    texts = [Document(text=document.text, id=document.id) for document in gold] + [Document(text=ODD, id="odd")]
    return list(nlp.pipe(texts))


@pytest.mark.parametrize("name", FORMATS)
def test_predictions_that_nobody_changed_score_100_on_every_row(predictions, name, tmp_path):
    back = there_and_back(predictions, name, tmp_path / name)
    by_text = {document.text: document for document in back}
    gold = [by_text[document.text] for document in predictions]
    found = scores(gold, predictions)
    assert {row: score for row, score in found.items() if score != 1} == {}
    assert {"quotes: end-to-end", "numbers: value and unit", "numbers: measured head", "roles: linked"} <= set(found)
    assert {"numbers: speaker", "entities: strict", "groups: mean"} <= set(found)


@pytest.mark.parametrize("name", FORMATS)
def test_labels_come_back_as_they_were(name, tmp_path):
    documents = list(shipped.load(None, "test"))
    back = there_and_back(documents, name, tmp_path / name)
    plain = [attrs.evolve(document, id="", meta=Meta()) for document in documents]
    assert sorted((attrs.evolve(item, id="", meta=Meta()) for item in back), key=str) == sorted(plain, key=str)


@pytest.mark.parametrize("name", ["tags", "label-studio", "prodigy", "jsonl"])
def test_the_id_of_the_article_comes_back(predictions, name, tmp_path):
    documents = [attrs.evolve(document, id=f"https://news.example/{document.id}?x=1") for document in predictions[:2]]
    assert {item.id for item in there_and_back(documents, name, tmp_path / name)} == {item.id for item in documents}


def test_an_entry_of_a_list_comes_back(predictions, tmp_path):
    document = next(item for item in predictions if item.entities)
    link = Link(id="Q 1", name="Somebody Else")
    first, *others = document.entities
    document = document.with_layer("entities", [attrs.evolve(first, link=link), *others])
    for name in FORMATS:
        [back] = there_and_back([document], name, tmp_path / name)
        assert [entity.link for entity in back.entities if entity.link] == [link]


def command(*words):
    return CliRunner().invoke(bench, ["prelabel", *map(str, words)])


class TestCommand:
    def test_brat_gets_two_files_an_article_and_its_configuration(self, tmp_path):
        (tmp_path / "one.txt").write_text("Ada Brook said 4 ships sank.", "utf-8")
        result = command(tmp_path / "one.txt", "--to", "brat", "-o", tmp_path / "out")
        assert result.exit_code == 0, result.output
        names = {path.suffix for path in (tmp_path / "out").iterdir()}
        assert names == {".txt", ".ann", ".conf"}
        rows = (tmp_path / "out" / "one.ann").read_text("utf-8").splitlines()
        assert any(re.fullmatch(r"T\d+\tFigure 15 16\t4", row) for row in rows)
        assert any(re.match(r"#\d+\tAnnotatorNotes T\d+\tvalue=4 of=ships", row) for row in rows)

    def test_articles_that_were_parsed_before_keep_their_layers(self, tmp_path):
        gold = next(shipped.load(None, "test"))
        (tmp_path / "parsed.jsonl").write_text(dumps(gold, registry=newsparse.Host.discover().kinds) + "\n", "utf-8")
        assert command(tmp_path / "parsed.jsonl", "--to", "tags", "-o", tmp_path / "out").exit_code == 0
        [back] = users.load(tmp_path / "out")
        assert back.numbers == gold.numbers

    def test_names_of_files_keep_letters_without_their_accents(self, tmp_path):
        (tmp_path / "Überfahrt – Fähre 2.txt").write_text("It 4 ships.", "utf-8")
        assert command(tmp_path / "Überfahrt – Fähre 2.txt", "--to", "tags", "-o", tmp_path / "out").exit_code == 0
        assert [path.name for path in (tmp_path / "out").iterdir()] == ["Uberfahrt-Fahre-2.txt"]

    def test_a_folder_with_files_is_left_alone(self, tmp_path):
        (tmp_path / "one.txt").write_text("Nothing.", "utf-8")
        result = command(tmp_path / "one.txt", "--to", "tags", "-o", tmp_path)
        assert "is not empty" in str(result.exception)
        assert [path.name for path in tmp_path.iterdir()] == ["one.txt"]

    def test_an_article_that_cannot_be_read_is_named_and_the_rest_written(self, tmp_path):
        (tmp_path / "one.txt").write_text("It sank.", "utf-8")
        result = command(tmp_path / "none.txt", tmp_path / "one.txt", "--to", "prodigy", "-o", tmp_path / "out")
        assert result.exit_code == 1
        assert "NP401" in result.output
        assert len(list(users.load(tmp_path / "out" / "tasks.jsonl"))) == 1

    def test_brat_cannot_have_half_a_surrogate_pair(self, tmp_path):
        failed = []
        documents = [Document(text="It \ud800 sank."), Document(text="It sank.")]
        files = dict(FORMATS["brat"].files(documents, "x", lambda document, error: failed.append(error.message)))
        assert len(files) == 2
        assert "half a surrogate pair" in failed[0]


class TestCorrections:
    def test_predictions_that_nobody_submitted_are_no_labels(self, predictions, tmp_path):
        for file, text in FORMATS["label-studio"].files(predictions[:1], "x", print):
            with (tmp_path / file).open("a") as stream:
                stream.write(text)
        with pytest.raises(SchemaError, match="there are predictions, but no annotation"):
            list(users.load(tmp_path))

    @pytest.mark.parametrize(
        ("row", "words"),
        [
            ("#1\tAnnotatorNotes T1\tvalue=4 of=big ships", "the note of T1: 'ships' is not an attribute"),
            ("#1\tAnnotatorNotes T1\tvalue=four", "'four', which is not a number"),
            ("#1\tAnnotatorNotes T1\tvalue=4 colour=red", "Figure has no attribute 'colour'"),
            ("#1\tAnnotatorNotes T1\tis this one?", "the Figure at 3 has no value"),
        ],
    )
    def test_what_a_figure_lacks_is_named(self, tmp_path, row, words):
        (tmp_path / "a.txt").write_text("It 4 ships.", "utf-8")
        (tmp_path / "a.ann").write_text(f"T1\tFigure 3 4\t4\n{row}\n", "utf-8")
        with pytest.raises(SchemaError, match=re.escape(words)):
            list(users.load(tmp_path))

    def test_a_figure_added_in_brat_has_value_unit_role_and_speaker(self, tmp_path):
        text = "Fares rose by 4 percent, the board said. Ada Brook is its head."
        (tmp_path / "a.txt").write_text(text, "utf-8")
        rows = [
            "T1\tContent 0 23\tFares rose by 4 percent",
            "T2\tSource 25 34\tthe board",
            "R1\tanything Arg1:T1 Arg2:T2",
            "T3\tFigure 14 23\t4 percent",
            "A1\tKind T3 percent",
            "A2\tFigure_role T3 change",
            "A3\tDirection T3 up",
            "#1\tAnnotatorNotes T3\tvalue=4 of=Fares",
            "T4\tPerson 41 50\tAda Brook",
            "T5\tRole 58 62\thead",
            "R2\tanything Arg1:T5 Arg2:T4",
        ]
        (tmp_path / "a.ann").write_text("\n".join(rows), "utf-8")
        [document] = users.load(tmp_path)
        [number] = document.numbers
        assert (str(number.quantity), number.role, number.direction, number.subject.text) == (
            "4%",
            "change",
            "up",
            "Fares",
        )
        assert (number.quote, number.speaker.name) == (document.quotes[0].id, "the board")
        [entity] = document.entities
        assert [held.role.text for held in entity.affiliations] == ["head"]

    def test_names_of_one_entity_are_those_with_its_id_or_with_its_words(self, tmp_path):
        (tmp_path / "a.txt").write_text("Ada Brook left. Brook slept. Ada Brook woke. Brook wept.", "utf-8")
        rows = ["T1\tPerson 0 9\tAda Brook", "T2\tPerson 16 21\tBrook", "T3\tPerson 29 38\tAda Brook"]
        notes = ["#1\tAnnotatorNotes T1\tentity=ada", "#2\tAnnotatorNotes T2\tentity=ada"]
        other = ["T4\tPerson 45 50\tBrook", '#3\tAnnotatorNotes T4\tentity=ben name="Ben Brook"']
        (tmp_path / "a.ann").write_text("\n".join([*rows, *notes, *other]), "utf-8")
        [document] = users.load(tmp_path)
        assert {(e.name, len(e.mentions)) for e in document.entities} == {("Ada Brook", 3), ("Ben Brook", 1)}

    def test_a_span_removed_in_prodigy_is_gone_with_its_line_and_a_new_one_is_read(self, tmp_path):
        text = "Ada Brook said it sank. Vell left."
        task = {
            "text": text,
            "spans": [
                {"start": 15, "end": 22, "label": "Content"},
                {"start": 10, "end": 14, "label": "Cue"},
                {"start": 24, "end": 28, "label": "Person"},
            ],
            "attributes": "15-22 Content cue=10-14 source=0-9 speaker-name=Ada\n0-9 Person entity=ada",
            "answer": "accept",
        }
        rejected = {**task, "answer": "reject"}
        (tmp_path / "a.jsonl").write_text(f"{json.dumps(task)}\n{json.dumps(rejected)}\n", "utf-8")
        [document] = users.load(tmp_path)
        [quote] = document.quotes
        assert (quote.text, quote.cue.text, quote.speaker.name, quote.speaker.mention) == (
            "it sank",
            "said",
            "Ada",
            None,
        )
        assert [mention.text for mention in document.mentions] == ["Vell"]

    def test_relations_of_prodigy_join_content_cue_and_source(self, tmp_path):
        spans = [(15, 22, "Content"), (10, 14, "Cue"), (0, 9, "Source")]
        places = [{"start": start, "end": end, "label": label} for start, end, label in spans]
        links = [{"head_span": places[0], "child_span": other, "label": "x"} for other in places[1:]]
        task = {"text": "Ada Brook said it sank.", "spans": places, "relations": links}
        (tmp_path / "a.jsonl").write_text(json.dumps(task), "utf-8")
        [document] = users.load(tmp_path)
        assert (document.quotes[0].cue.text, document.quotes[0].speaker.name) == ("said", "Ada Brook")

    @pytest.mark.parametrize("line", ["3 Content", "0-99 Content", "0-9 Person ada"])
    def test_a_line_of_attributes_that_says_nothing_is_refused(self, tmp_path, line):
        task = {"text": "Ada Brook left.", "spans": [{"start": 0, "end": 9, "label": "Person"}], "attributes": line}
        (tmp_path / "a.jsonl").write_text(json.dumps(task), "utf-8")
        with pytest.raises(SchemaError, match=r"a\.jsonl, line 1, line 1 of the attributes"):
            list(users.load(tmp_path))


class TestTags:
    def test_tags_that_cross_are_written_in_parts(self):
        text = "He said it cost 4 million dollars more."
        source = (
            "entities:\nvell Person Vell\n---\n"
            'He <c q="1">said</c> <q i="1" why="x">it cost <n v="4" part="1">4</n></q>'
            '<n part="1"> million</n> dollars more. <e i="vell">Vell</e>'
        )
        document = markup.parse(source, name="one")
        assert document.text.startswith(text)
        assert (document.quotes[0].text, document.numbers[0].text) == ("it cost 4", "4 million")
        assert markup.parse(markup.write(tagged(document), name="one"), name="one") == document

    def test_characters_that_xml_cannot_have_come_back(self):
        document = Document(text="\n\r\n\x00 \ud800 \x85 \ufffe <b> &amp; \r\n", id="one", meta=Meta(language="en"))
        back = markup.parse(markup.write(tagged(document), name="one"), name="x")
        assert (back.text, back.id) == (document.text, "one")

    def test_a_bad_character_is_refused(self):
        with pytest.raises(SchemaError, match="number of a character"):
            markup.parse('entities:\n---\n<u c="zz"/>', name="one")


class TestConfiguration:
    def test_label_studio_has_a_control_for_every_label_and_attribute(self):
        root = ElementTree.fromstring(configuration("label-studio.xml"))
        assert {item.get("value") for item in root.iter("Label")} == {*LABELS.values(), *Label.__args__}
        controls = {item.get("name"): item for kind in ("Choices", "TextArea") for item in root.iter(kind)}
        assert set(controls) == set(READABLE.values())
        for key, name in READABLE.items():
            assert tuple(item.get("value") for item in controls[name]) == CHOICES.get(key, ())

    def test_brat_has_every_label_and_every_choice(self):
        rows = configuration("annotation.conf").splitlines()
        labels = rows[rows.index("[entities]") + 1 : rows.index("[relations]") - 1]
        assert set(labels) == {*LABELS.values(), *Label.__args__}
        attributes = {row.split("\t")[0]: row for row in rows[rows.index("[attributes]") + 1 :]}
        chosen = {key: READABLE[key].replace("-", "_").capitalize() for key in CHOICES}
        assert set(attributes) == set(chosen.values())
        for key, name in chosen.items():
            assert CHOICES[key] == ("yes",) or attributes[name].endswith("Value:" + "|".join(CHOICES[key]))

    def test_the_recipe_of_prodigy_streams_the_tasks_with_both_blocks(self, tmp_path, monkeypatch):
        stand_in = types.ModuleType("prodigy")
        stand_in.recipe = lambda name, **arguments: lambda function: function
        monkeypatch.setitem(sys.modules, "prodigy", stand_in)
        (tmp_path / "recipe.py").write_text(configuration("prodigy_recipe.py"), "utf-8")
        (tmp_path / "tasks.jsonl").write_text('{"text": "It sank."}\n\n', "utf-8")
        correct = runpy.run_path(str(tmp_path / "recipe.py"))["correct"]
        found = correct("here", str(tmp_path / "tasks.jsonl"))
        assert list(found["stream"]) == [{"text": "It sank."}]
        assert [block["view_id"] for block in found["config"]["blocks"]] == ["spans_manual", "text_input"]
        assert set(found["config"]["labels"]) == {*LABELS.values(), *Label.__args__}


def test_regions_are_tags_again():
    for document in shipped.load(None, "test"):
        bare = Document(text=document.text, id=document.id, meta=document.meta)
        assert built(labelled(regions(tagged(document)), "x"), bare) == document


def test_a_speaker_of_no_entity_stays_one_where_a_name_stands_twice():
    text, place = "Ada lost 5 ships.", Span(0, 3)
    free, owned = distinct([Mention.make(text, place, label="Person") for _ in range(2)])
    speaker = Speaker(name="Ada", mention=Passage(place, "Ada"), kind="person")
    figure = Quantity(low=Decimal(5), high=Decimal(5), kind="count")
    claim = NumberClaim.make(text, Span(9, 10), quantity=figure, speaker=speaker)
    for owner in (free, owned):
        entity = Entity.make(text, place, label="Person", name="Ada", mentions=(owner.id,))
        document = Document(text=text, id="one").with_layer("mentions", [free, owned]).with_layer("entities", [entity])
        found = regions(tagged(document.with_layer("numbers", [claim])))
        [again] = built(labelled(found, "x"), Document(text=text, id="one")).numbers
        assert again.speaker == speaker
