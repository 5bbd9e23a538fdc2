"""The promises that every extractor makes to the host."""

from __future__ import annotations

import attrs

import newsparse
from newsparse.host import Host
from newsparse.model import ONTONOTES, Layer
from newsparse.testing import check_extractor, fake_backend, parsed
from newsparse_entities import plugin
from newsparse_entities.plugin import newsparse_extractors

ARTICLE = (
    "{Ada Brook:Person} left {Larkmoor Robotics:Organization} in {Norway:Location}.",
    "She told Mr. {Holt:Person} that {Larkmoor:Organization} and {Brook:Person} would go on.",
)
BACK = {label: name for name, label in reversed(ONTONOTES.items())}


def test_the_extractor_keeps_its_contract():
    for spec in newsparse_extractors():
        check_extractor(spec)


def groups(document, labels):
    """The names and mentions of the entities that a pipeline finds whose backend calls their classes by ``labels``."""
    given = [attrs.evolve(item, label=labels.get(item.label, item.label)) for item in document.mentions]

    class Backend:
        @newsparse.hookimpl
        def newsparse_backends(self):
            made = fake_backend({document.text: [Layer.of("mentions", given)]})
            return [attrs.evolve(made, labels=ONTONOTES if labels else {})]

    found = newsparse.load("en", host=Host.of(Backend(), plugin))(document.text)
    assert found.failures == ()
    return [(entity.label, entity.name, entity.mentions) for entity in found.entities]


def test_a_backend_with_the_labels_of_ontonotes_gives_the_same_groups():
    document = parsed(*ARTICLE)
    own = groups(document, {})
    assert ("Person", "Ada Brook", 3) in [(label, name, len(mentions)) for label, name, mentions in own]
    assert groups(document, BACK) == own
