"""Loaders: tiny invented files in the layouts of the public corpora and in users' formats."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

import newsparse
from newsparse.errors import DataMissingError, SchemaError, UnknownNameError
from newsparse.serial import dumps
from newsparse_bench import markup, offers
from newsparse_bench.corpora import CORPORA, data_folder, digest, find, peersuites, real_news, recognizers, users

PUBLIC = sorted({corpus.name for corpus in CORPORA} - {"shipped"})
CONLLU = """# newdoc id = one
# global.Entity = GRP-etype-infstat-salience-centering-minspan-link-identity
# newpar
# sent_id = 1
1\tMara\tMara\tPROPN\tNNP\t_\t3\tnsubj\t_\tEntity=(1-person-new-ssss-cf1-1,2-coref-Mara
2\tVell\tVell\tPROPN\tNNP\t_\t1\tflat\t_\tEntity=1)
3-4\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_
3\tdid\tdo\tAUX\tVBD\t_\t0\troot\t_\t_
4\tn't\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
5\tgo\tgo\tVERB\tVB\t_\t3\tdep\t_\tSpaceAfter=No
6\t.\t.\tPUNCT\t.\t_\t3\tpunct\t_\t_

# newpar
1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\tEntity=(1-person-giv-ssss-cf1-1-ana-Mara)
2\tslept\tsleep\tVERB\tVBD\t_\t0\troot\t_\t_

"""
ANN = "T1\tContent 0 7\tWe lost\nT2\tCue 9 13\tsaid\nT3\tSource 14 18\tVell\n"
ANN += "E1\tAttribution:T2 Content:T1 Cue:T2 Source:T3\nbad row\n"
TEXT = "We lost, said Vell.\n"


def phrase(text, words, value):
    """A case of the specifications of Recognizers-Text."""
    start = text.index(words)
    return {
        "Input": text,
        "Results": [{"Text": words, "Resolution": {"value": value}, "Start": start, "End": start + len(words) - 1}],
    }


SUITE = [
    {
        "id": "a",
        "text": "At 3.5 C it costs 20 CHF in 2014.",
        "want": [
            {"value": 3.5, "unit": "Celsius", "surface": "3.5 C"},
            {"value": 20, "unit": "CHF", "surface": "20 CHF"},
            {"value": 2014, "unit": None, "surface": "2014"},
        ],
    },
    {"id": "b", "text": "a litre", "want": [{"value": 1, "unit": "Litre", "surface": "a litre"}]},
]


@pytest.fixture
def data(tmp_path):
    def put(name, words):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(words, "utf-8")

    put("attribution/polnear/dev/text/one.txt", TEXT)
    put("attribution/polnear/dev/attributions/one_0a1b.ann", ANN)
    put("attribution/polnear/dev/attributions/one_9fff.ann", "")
    put("ner/worldwide/dev.jsonl", json.dumps({"id": 7, "text": TEXT, "ents": [[14, 18, "Person"]]}) + "\n")
    row = {
        "change": "up",
        "value": "1.0-1.5",
        "unit": "%",
        "normalized_unit": "percentage",
        "referred_concepts": "port",
    }
    put("numbers/newsquant/dev.json", json.dumps([{"id": "a", "text": "Up 1-1.5%.", "quantities": [row]}]))
    for name in ("Age", "Currency", "Dimension", "Percent", "NumberRange"):
        put(f"numbers/recognizers-specs/{name}Model.json", "[]")
    cases = [
        phrase("192 ships sank today.", "192", "192"),
        phrase("2 up is what they want.", "2 up", "(2,)"),
        phrase("they came last of all.", "last", "end+0"),
        phrase("192.", "192", "192"),
        phrase("Find all ships above 30.", "above 30", "(30,)"),
    ]
    put("numbers/recognizers-specs/NumberModel.json", "\ufeff" + json.dumps(cases))
    put("numbers/peer-suites/one.jsonl", "\n".join(json.dumps(case) for case in SUITE))
    put("ud/ewt/dev.conllu", CONLLU)
    put("ud/gum/dev/one.conllu", CONLLU)
    put("coref/gum/dev/one.conllu", CONLLU)
    return tmp_path


def only(name, data):
    return list(offers.corpora()[name].load(data, "dev"))


class TestPublicCorpora:
    def test_polnear_takes_the_first_annotator(self, data):
        [quote] = only("polnear", data)[0].quotes
        assert (quote.text, quote.cue.text, quote.speaker.mention.text) == ("We lost", "said", "Vell")

    def test_worldwide(self, data):
        [mention] = only("worldwide", data)[0].mentions
        assert (mention.text, mention.label) == ("Vell", "Person")

    def test_newsquant(self, data):
        [row] = only("newsquant", data)[0].layer("rows")
        assert (row.values, row.change, row.unit, row.concept) == ((1.0, 1.5), "up", "percentage", ("port",))

    def test_recognizers(self, data):
        one, more = only("recognizers", data)
        assert one.numbers[0].quantity.value == 192
        assert (more.numbers[0].quantity.low, more.numbers[0].quantity.low_inclusive) == (2, False)

    def test_recognizers_tells_why_the_rest_is_left_out(self, data):
        assert recognizers.left_out(data) == {"": 2, "no sentence": 1, "command": 1}

    def test_peer_suites_give_units_by_our_names(self, data):
        (document,) = only("peer-suites", data)
        assert [str(claim.quantity) for claim in document.numbers] == ["3.5 degree Celsius", "20 CHF"]

    def test_peer_suites_have_every_figure_in_the_unfiltered_part(self, data):
        documents = offers.corpora()["peer-suites"].load(data, "unfiltered")
        assert [len(document.numbers) for document in documents] == [3, 1]

    def test_peer_suites_tell_why_the_rest_is_left_out(self, data):
        assert peersuites.left_out(data) == {"": 2, "article for one": 1, "name or year": 1}

    def test_trees(self, data):
        [document] = only("ud-ewt", data)
        assert document.text == "Mara Vell didn't go.\n\nShe slept"
        assert [t.text for t in document.tokens] == ["Mara", "Vell", "did", "n't", "go", ".", "She", "slept"]
        assert [t.head for t in document.tokens] == [2, 0, 2, 2, 2, 2, 7, 7]
        assert [(s.first, s.last, s.paragraph) for s in document.sentences] == [(0, 6, 0), (6, 8, 1)]
        assert document.tokens[2].group == document.tokens[3].group

    def test_coreference(self, data):
        [document] = only("gum", data)
        assert [(m.text, m.form, m.label) for m in document.mentions] == [
            ("Mara Vell", "named", "Person"),
            ("She", "pronoun", "Person"),
        ]
        [entity] = document.entities
        assert (entity.name, len(entity.mentions)) == ("Mara Vell", 2)

    @pytest.mark.parametrize("name", PUBLIC)
    def test_what_is_missing_is_named(self, name, tmp_path):
        with pytest.raises(DataMissingError, match="NEWSPARSE_DATA"):
            list(offers.corpora()[name].load(tmp_path, "dev"))
        with pytest.raises(DataMissingError, match="data folder"):
            list(offers.corpora()[name].load(None, "dev"))


TAGGED = """style: wire
entities:
vell Person Mara Vell
---
<q i="1" s="vell">We <x w="idiom">won</x> &amp; "lost" &lt; 3&#13; times</q>, said <m q="1"><e i="vell">Vell</e></m>."""
WORDS = 'We won & "lost" < 3\r times, said Vell.'


class TestTagsApartFromTexts:
    def test_the_words_are_left_out_and_come_back(self):
        row = json.loads(json.dumps(real_news.apart(TAGGED, name="one", part="dev")))
        assert "lost" not in str(row)
        assert "times" not in str(row)
        assert markup.parse(real_news.together(row, {"one": WORDS}), name="one") == markup.parse(TAGGED, name="one")

    def test_tags_stay_where_they_were_in_the_text(self):
        row = real_news.apart(TAGGED, name="one", part="dev")
        assert row["tags"][:3] == [[0, '<q i="1" s="vell">'], [3, '<x w="idiom">'], [6, "</x>"]]

    def test_another_text_is_refused(self):
        row = real_news.apart(TAGGED, name="one", part="dev")
        with pytest.raises(SchemaError, match="one: another text"):
            real_news.together(row, {"one": WORDS.replace("won", "ran")})
        with pytest.raises(DataMissingError, match="no article 'one'"):
            real_news.together(row, {})

    def test_articles_are_read_from_the_train_parts_of_two_corpora(self, tmp_path, monkeypatch):
        news = tmp_path / "corpora" / "real-news.jsonl"
        news.parent.mkdir()
        rows = [
            real_news.apart(TAGGED, name=name, part=part)
            for name, part in (("7", "dev"), ("two", "dev"), ("8", "train"))
        ]
        news.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf-8")
        monkeypatch.setattr(real_news.resources, "files", lambda _: tmp_path)
        (tmp_path / "ner/worldwide").mkdir(parents=True)
        (tmp_path / "ner/worldwide/train.jsonl").write_text(json.dumps({"id": 7, "text": f"\n{WORDS}\n", "ents": []}))
        (tmp_path / "attribution/polnear/train/text").mkdir(parents=True)
        (tmp_path / "attribution/polnear/train/text/two.txt").write_text(WORDS, "utf-8", newline="")
        found = list(real_news.load(tmp_path, "dev"))
        assert [(document.id, document.quotes[0].speaker.name) for document in found] == [
            ("7", "Mara Vell"),
            ("two", "Mara Vell"),
        ]

    def test_no_words_of_the_articles_are_passed_on(self):
        folder = Path(real_news.__file__).parent
        for row in map(json.loads, (folder / "real-news.jsonl").read_text("utf-8").splitlines()):
            assert all(tag.startswith("<") and tag.endswith(">") and len(tag) < 100 for _, tag in row["tags"])


@pytest.mark.parametrize("name", PUBLIC)
def test_public_corpora_are_read_as_ever(name):
    folder = data_folder(None)
    if folder is None or not folder.exists():
        pytest.skip("NEWSPARSE_DATA names no folder with the public corpora")
    pins = json.loads(Path(__file__).with_name("pins.json").read_text("utf-8"))
    registry = newsparse.Host.discover().kinds
    documents = only(name, folder)
    ends = [digest([document], registry) for document in (documents[0], documents[-1])]
    assert pins[name] == [len(documents), *ends]


def exported(data, shift=0):
    """A task of Label Studio with a quote, its speaker and a name."""
    results = [
        {
            "id": key,
            "type": "labels",
            "from_name": "label",
            "to_name": "text",
            "value": {"start": start + shift, "end": end + shift, "text": TEXT[start:end], "labels": [name]},
        }
        for key, start, end, name in [("a", 0, 7, "Quote"), ("b", 14, 18, "Speaker"), ("c", 14, 18, "Person")]
    ]
    results.append({"type": "relation", "from_id": "a", "to_id": "b", "direction": "right"})
    return {"id": 4, "data": data, "annotations": [{"result": results, "was_cancelled": False}], "predictions": []}


class TestUsersFormats:
    def test_our_own_lines(self, tmp_path):
        document = newsparse.load("en", extractors=["quotes"])("“We lost,” said Mara Vell.")
        (tmp_path / "a.jsonl").write_text(dumps(document) + "\n", "utf-8")
        assert list(users.load(tmp_path / "a.jsonl")) == [document]

    def test_brat_with_relations_and_names(self, tmp_path):
        rows = "T1\tQuote 0 7\tWe lost\nT2\tCue 9 13\tsaid\nT3\tSpeaker 14 18\tVell\nT4\tPerson 14 18\tVell\n"
        (tmp_path / "a.txt").write_text(TEXT, "utf-8")
        (tmp_path / "a.ann").write_text(rows + "R1\tby Arg1:T1 Arg2:T3\nR2\tcue Arg1:T1 Arg2:T2\n", "utf-8")
        [document] = users.load(tmp_path)
        assert [(q.text, q.speaker.name, q.cue.text) for q in document.quotes] == [("We lost", "Vell", "said")]
        assert [(e.name, e.label) for e in document.entities] == [("Vell", "Person")]

    def test_a_speaker_labelled_as_a_name_is_that_entity(self, tmp_path):
        (tmp_path / "a.txt").write_text(TEXT, "utf-8")
        (tmp_path / "a.ann").write_text(ANN.replace("bad row\n", "T4\tPerson 14 18\tVell\n"), "utf-8")
        [document] = users.load(tmp_path)
        assert document.quotes[0].speaker.entity == document.entities[0].id

    @pytest.mark.parametrize(
        ("row", "words"),
        [
            ("T4\tPerson 13 17\tVell", "the text at 13 17 is ' Vel', not 'Vell'"),
            ("T4\tPerson 14 99\tVell", "outside a text of 20 characters"),
            ("T4\tPerson\tVell", "not a row of brat"),
            ("R1\tby Arg1:T1 Arg2:T9", "unknown id 'T9'"),
            ("bad row", "not a row of brat"),
        ],
    )
    def test_bad_rows_of_brat_are_refused_with_their_line(self, tmp_path, row, words):
        (tmp_path / "a.txt").write_text(TEXT, "utf-8")
        (tmp_path / "a.ann").write_text(ANN.replace("bad row", row), "utf-8")
        with pytest.raises(SchemaError, match=rf"a\.ann, line 5: .*{words}"):
            list(users.load(tmp_path))

    @pytest.mark.parametrize(
        ("data", "shift"),
        [
            ({"text": TEXT}, 0),
            ({"link": "example.org", "body": TEXT}, 0),
            ({"text": "😀 " + TEXT}, 2),
            ({"text": "😀 " + TEXT}, 3),
        ],
        ids=["text", "another field", "code points", "UTF-16"],
    )
    def test_label_studio(self, tmp_path, data, shift):
        (tmp_path / "a.json").write_text(json.dumps([exported(data, shift)]), "utf-8")
        [document] = users.load(tmp_path / "a.json")
        assert (document.id, document.quotes[0].speaker.name, document.entities[0].name) == ("4", "Vell", "Vell")
        assert document.quotes[0].fragments[0].cut(document.text) == "We lost"

    def test_a_skipped_task_of_label_studio_is_left_out(self, tmp_path):
        skipped = exported({"text": TEXT})
        skipped["annotations"][0]["was_cancelled"] = True
        (tmp_path / "a.json").write_text(json.dumps([skipped, exported({"text": TEXT})]), "utf-8")
        assert len(list(users.load(tmp_path / "a.json"))) == 1

    def test_labels_of_label_studio_at_wrong_offsets_are_refused(self, tmp_path):
        (tmp_path / "a.json").write_text(json.dumps([exported({"text": TEXT}, 1)]), "utf-8")
        with pytest.raises(SchemaError, match="task 1: 'We lost' is not at offset 1"):
            list(users.load(tmp_path / "a.json"))
        lost = exported({"text": TEXT})
        lost["annotations"][0]["result"][-1]["to_id"] = "z"
        (tmp_path / "a.json").write_text(json.dumps([lost]), "utf-8")
        with pytest.raises(SchemaError, match="'z', which does not exist"):
            list(users.load(tmp_path / "a.json"))

    @pytest.mark.parametrize("words", ["{", "[{}]", '[{"data": {"text": "x"}, "annotations": []}]', "[3]"])
    def test_bad_exports_are_refused_with_their_place(self, tmp_path, words):
        (tmp_path / "a.json").write_text(words, "utf-8")
        with pytest.raises(SchemaError, match=r"a\.json"):
            list(users.load(tmp_path / "a.json"))

    def test_other_files_and_empty_folders_are_refused(self, tmp_path):
        with pytest.raises(SchemaError, match=r"no \.jsonl"):
            list(users.load(tmp_path))
        (tmp_path / "a.csv").write_text("", "utf-8")
        with pytest.raises(SchemaError, match="labels come as"):
            list(users.load(tmp_path / "a.csv"))


def test_names_of_corpora(tmp_path):
    assert find("shipped:test")[1] == "test"
    assert find("polnear")[1] == "dev"
    assert find(os.fspath(tmp_path))[1] == "all"
    for wrong in ("nothing-here", "polnear:test"):
        with pytest.raises(UnknownNameError):
            find(wrong)
