"""Attributions in discourse trees: content of a segment, of a group without its satellites, and the source's chain."""

from __future__ import annotations

import pytest

from newsparse.errors import DataMissingError
from newsparse_bench.corpora import discourse

HEAD = """# newdoc id = GUM_news_kiln
# global.Entity = GRP-etype-infstat-salience-centering-minspan-link-identity
# newpar
# sent_id = 1
"""
WORDS = [
    ("Mara", "PROPN", "4", "nsubj", "Entity=(1-person-new-ssss-cf1-1,2-coref-Mara"),
    ("Vell", "PROPN", "1", "flat", "Entity=1)"),
    ("once", "ADV", "4", "advmod", "_"),
    ("said", "VERB", "0", "root", "_"),
    ("kilns", "NOUN", "6", "nsubj", "_"),
    ("burst", "VERB", "4", "ccomp", "_"),
    ("because", "SCONJ", "8", "mark", "_"),
    ("cracks", "NOUN", "6", "advcl", "_"),
    (".", "PUNCT", "4", "punct", "_"),
]
TREE = """<rst><header><relations>
<rel name="attribution-positive" type="rst"/><rel name="joint-list" type="multinuc"/>
</relations></header><body>
<segment id="1" parent="{target}" relname="attribution-positive">Mara Vell once said</segment>
<segment id="2" parent="4" relname="span">kilns burst</segment>
<segment id="3" parent="2" relname="causal-cause">because cracks .</segment>
<group id="4" type="span"/>
<signals><signal source="1" type="semantic" subtype="attribution_source" tokens="1,2"/></signals>
</body></rst>"""


def news(tmp_path, target):
    folder = tmp_path / "coref" / "gum" / "dev"
    folder.mkdir(parents=True)
    rows = [f"{i}\t{w}\t{w}\t{u}\t_\t_\t{h}\t{d}\t_\t{m}" for i, (w, u, h, d, m) in enumerate(WORDS, 1)]
    (folder / "GUM_news_kiln.conllu").write_text(HEAD + "\n".join(rows) + "\n\n", "utf-8")
    (folder / "GUM_news_kiln.rs4").write_text(TREE.format(target=target), "utf-8")
    return list(discourse.load(tmp_path, "dev"))


def test_the_content_of_a_segment_is_its_words(tmp_path):
    (quote,) = news(tmp_path, "2")[0].quotes
    assert (quote.text, str(quote.cue), str(quote.speaker.mention)) == ("kilns burst", "said", "Mara Vell")


def test_the_content_of_a_group_holds_the_satellites_inside(tmp_path):
    (quote,) = news(tmp_path, "4")[0].quotes
    assert quote.text == "kilns burst because cracks"


def test_the_speaker_is_the_chain_of_the_source(tmp_path):
    document = news(tmp_path, "2")[0]
    assert document.find(document.quotes[0].speaker.entity).name == "Mara Vell"


def test_a_folder_without_trees_is_missing(tmp_path):
    with pytest.raises(DataMissingError):
        list(discourse.load(tmp_path, "dev"))
