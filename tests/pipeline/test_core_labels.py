"""A backend's labels are brought into one inventory, and what is outside of it is said."""

from __future__ import annotations

import attrs

import newsparse
from newsparse.host import Host
from newsparse.model import LABELS, ONTONOTES, Layer, Mention, Span
from newsparse.testing import fake_backend

TEXT = "Ada Brook left Orla on the third day."


def analysed(labels, *mentions):
    layer = Layer.of("mentions", [Mention.make(TEXT, Span(*ends), label=label) for *ends, label in mentions])

    class Plugin:
        @newsparse.hookimpl
        def newsparse_backends(self):
            return [attrs.evolve(fake_backend({TEXT: [layer]}), labels=labels)]

    return newsparse.load("en", host=Host.of(Plugin()), layers=["mentions"])(TEXT)


def test_labels_of_ontonotes_become_those_of_the_inventory():
    document = analysed(ONTONOTES, (0, 9, "PERSON"), (15, 19, "GPE"), (27, 32, "ORDINAL"))
    assert [(item.text, item.label) for item in document.mentions] == [("Ada Brook", "Person"), ("Orla", "Location")]
    assert document.failures == ()


def test_an_unknown_label_is_a_failure_that_costs_its_mentions_alone():
    document = analysed({}, (0, 9, "Person"), (15, 19, "VILLAGE"))
    assert [item.text for item in document.mentions] == ["Ada Brook"]
    (failure,) = document.failures
    assert (failure.code, failure.stage, "'VILLAGE'" in failure.message) == ("NP305", "contract", True)


def test_mappings_lead_into_the_inventory():
    assert {label for label in ONTONOTES.values() if label} <= LABELS
