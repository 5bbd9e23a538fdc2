"""What goes wrong while a pipeline is built: what cannot be made names itself, and wrong choices are refused."""

from __future__ import annotations

import pytest

from newsparse.errors import (
    ModelMissingError,
    PluginBuildError,
    PluginConflictError,
    PluginWarning,
    UnknownNameError,
)
from newsparse.specs import BackendSpec, ExtractorSpec
from newsparse.testing import fake_backend
from tests.pipeline.giving import extractor, load


@pytest.mark.parametrize(
    ("spec", "message"),
    [
        (ExtractorSpec(name="x", summary=".", make=lambda: 1 / 0, provides=("quotes",)), "ZeroDivisionError"),
        (ExtractorSpec(name="x", summary=".", make=lambda: "x", provides=("quotes",)), "as str, which has no extract"),
        (ExtractorSpec(name="x", summary=".", make=lambda config: 1, provides=("quotes",)), "TypeError"),
    ],
)
def test_an_extractor_that_cannot_be_built_names_itself(spec, message):
    with pytest.raises(PluginBuildError, match="the extractor 'x' \\(.*") as caught:
        load(spec, extractors=["x"])
    assert message in caught.value.message


def test_a_coded_error_while_building_stays_what_it_is():
    def make(language, layers):
        raise ModelMissingError("no model.", hint="Get it.")

    spec = BackendSpec(name="m", summary=".", make=make, provides=("sentences", "tokens"), default_for=("en",))
    with pytest.raises(ModelMissingError, match="no model. Get it."):
        load(extractors=[], backends=[spec])


def test_languages_are_respected():
    danish = extractor(lambda d: [], name="danish", provides=("quotes",), languages=("da",))
    assert load(danish, backends=[fake_backend()]).extractors == ()
    with pytest.raises(UnknownNameError, match="'danish' does not read 'en' \\(it reads da\\)"):
        load(danish, extractors=["danish"])
    with pytest.raises(UnknownNameError, match="'fake' does not read 'en'"):
        load(backends=[fake_backend(languages=("da",))], backend="fake")


def test_of_two_default_backends_the_first_is_used_and_the_other_told(monkeypatch):
    backends = [fake_backend(name="one"), fake_backend(name="two")]
    with pytest.warns(PluginWarning, match="'two' .* left out: 'one' .* is the default as well. Name it to use it"):
        nlp = load(extractors=[], backends=backends)
    assert (nlp.backend, [problem.tier for problem in nlp.problems]) == ("one", ["choice"])
    assert nlp("Ada said no.").tokens
    for name in ("one", "two"):
        named = load(extractors=[], backends=backends, backend=name)
        assert (named.backend, named.problems) == (name, ())
    assert load(extractor(lambda d: []), backends=backends).problems == ()
    monkeypatch.setenv("NEWSPARSE_STRICT_PLUGINS", "1")
    with pytest.raises(PluginConflictError, match="'two' .* is left out"):
        load(extractors=[], backends=backends)


def test_no_backend_at_all_says_how_to_get_one():
    with pytest.raises(UnknownNameError, match="pip install 'newsparse\\[english\\]'"):
        load(extractors=[])


def test_a_policy_that_there_is_not_is_refused():
    with pytest.raises(PluginBuildError, match="on_failure must be 'record', 'raise' or a function, got 'rais'"):
        load(extractors=[], backends=[fake_backend()], on_failure="rais")


def test_settings_for_an_extractor_that_was_not_chosen_are_refused():
    with pytest.raises(PluginBuildError, match="settings for 'quotes', which is not a chosen extractor"):
        load(extractor(lambda d: []), settings={"quotes": {}})
