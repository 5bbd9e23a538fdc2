"""Building a pipeline: names become specifications, specifications a plan, and the plan's parts are made."""

from __future__ import annotations

import inspect
import logging
import warnings
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from typing import Any, TypeVar

import attrs

from newsparse.aside import aside
from newsparse.codeplaces import raised_at
from newsparse.errors import (
    NewsparseError,
    PluginBuildError,
    PluginConflictError,
    PluginWarning,
    UnknownNameError,
    described,
)
from newsparse.guard import Caught, attempt
from newsparse.host import STRICT, Host, Offer, Problem, switched_on
from newsparse.host.records import Tier
from newsparse.model import Source
from newsparse.pipeline.config import MAX_LENGTH, OnFailure, Settings, settings_digest
from newsparse.pipeline.failures import Policy
from newsparse.pipeline.pipeline import Pipeline
from newsparse.pipeline.plan import ALWAYS, LayerTakenError, backend_layers, make_plan, misfit, replacing
from newsparse.pipeline.run import Analysis, Runner, Step
from newsparse.specs import BackendSpec, ExtractorSpec

Made = TypeVar("Made")
_LOG = logging.getLogger(__name__)


def load(
    language: str = "en",
    *,
    extractors: Iterable[str] | None = None,
    exclude: Iterable[str] = (),
    backend: str | None = None,
    layers: Iterable[str] = (),
    settings: Mapping[str, Mapping[str, Any]] | None = None,
    on_failure: OnFailure = "record",
    threads: int | None = None,
    timeout: float | None = None,
    max_length: int | None = MAX_LENGTH,
    host: Host | None = None,
    **backend_options: Any,
) -> Pipeline:
    """A pipeline for one language (ISO 639-1), made of what is installed.

    Of two extractors of one layer, and of two default backends, newsparse's own stays, else the first by plugin name.

    Args:
        language: The language of the texts.
        extractors: Names of extractors; None is all for the language that can be built and run together, ``[]`` none.
        exclude: Names of extractors to leave out.
        backend: The name of a backend; None is the default for the language, if any extractor reads what it gives.
        layers: Layers to request from the backend besides those that the extractors read.
        settings: The fields of extractors' configurations, by the extractor's name.
        on_failure: "record" failures in their document, "raise" them, or a function that is given each before that.
        threads: The most threads of the backend; None leaves it to the backend. Worker processes have one each.
        timeout: The most seconds that the backend and each extractor may take for one document; what takes longer is
            stopped and recorded (NP308). Without workers that needs the main thread, and a system other than Windows.
        max_length: The most characters of a text or title; longer ones are recorded as failures (NP309).
        host: What is on offer; None is a fresh ``Host.discover()``.
        **backend_options: Handed to the backend, such as ``package`` for ``backend="stanza"``.

    Warns:
        PluginWarning: A plugin did not load, or an extractor was left out; the pipeline has these as ``problems``.

    Raises:
        UnknownNameError: No installed plugin has an extractor or backend of that name, or for that language.
        PlanError: The extractors that were named cannot be put in order.
        PluginBuildError: The backend, or an extractor that was named or given settings, could not be built.
        ModelMissingError: The backend's model is not on this machine.
    """
    known, host = host, host or Host.discover(everything=False)
    arguments = Settings(
        language=language,
        extractors=_named(extractors),
        exclude=_named(exclude) or (),
        backend=backend,
        layers=tuple(layers),
        settings={name: dict(fields) for name, fields in (settings or {}).items()},
        on_failure=on_failure,
        backend_options=backend_options,
        threads=threads,
        timeout=timeout,
        max_length=max_length,
        host=host.recipe,
    )
    return _told(build(arguments, host), backend_options, known=() if known is None else host.problems)


def _told(pipeline: Pipeline, options: Mapping[str, Any], *, known: Collection[Problem]) -> Pipeline:
    """The pipeline, once it has said which options say nothing to it, and which problems it has that are not known."""
    _tell_idle(options, pipeline)
    _warn(problem for problem in pipeline.problems if problem not in known)
    return pipeline


def _named(names: str | Iterable[str] | None) -> tuple[str, ...] | None:
    """Names as a tuple; a string is one name."""
    return (names,) if isinstance(names, str) else None if names is None else tuple(names)


def _tell_idle(options: Mapping[str, Any], pipeline: Pipeline) -> None:
    """Say in the log which options of a backend have no effect, since none is used."""
    if options and pipeline.runner.analysis is None:
        _LOG.warning("no backend is used, so these options have no effect: %s.", ", ".join(sorted(options)))


def _warn(problems: Iterable[Problem]) -> None:
    """Warn whoever called ``load``."""
    for problem in problems:
        warnings.warn(problem.message, PluginWarning, stacklevel=4)


def from_settings(settings: Settings) -> Pipeline:
    """The pipeline that ``settings`` describe, with a new host; raises as ``load`` does."""
    host = Host.discover(everything=False) if settings.host is None else Host.of(*settings.host)
    return build(settings, host)


def build(settings: Settings, host: Host) -> Pipeline:
    """The pipeline that ``settings`` describe, out of what ``host`` offers; raises as ``load`` does."""
    chosen = chosen_extractors(settings, host)
    _check_settings(settings, chosen)
    steps, left_out = fitting(settings, host, chosen)
    specs = [step.spec for step in steps.values()]
    layers = settings.layers if chosen or settings.layers else ALWAYS
    offer = chosen_backend(settings, host, reads=backend_layers(specs), needs={*layers, *_needs(specs)})
    gives = offer.spec.provides if offer else ()
    plan = make_plan(specs, backend=gives, layers=layers, offers=_gives(host))
    runner = Runner(
        analysis=_analysis(settings, offer, plan.layers) if offer and plan.layers else None,
        steps=tuple(steps[spec.name] for spec in plan.extractors),
        kinds=host.kinds,
        policy=Policy(settings.on_failure),
        timeout=settings.timeout,
        max_length=settings.max_length,
    )
    problems = (*host.problems, *left_out, *_passed_over(settings, host, offer))
    pipeline = Pipeline(settings=settings, runner=runner, rebuild=from_settings, problems=problems)
    if settings.threads is not None:
        pipeline.limit_threads(settings.threads)
    return pipeline


def fitting(
    settings: Settings, host: Host, chosen: Mapping[str, Offer[ExtractorSpec]]
) -> tuple[dict[str, Step], list[Problem]]:
    """The chosen extractors, built, and why others were left out; raises instead for one that was requested by name."""
    left, steps, problems = dict(chosen), dict[str, Step](), list[Problem]()
    while fault := _fault(settings, host, left, steps):
        name, error = fault
        if settings.extractors is not None or name in settings.settings or switched_on(STRICT):
            raise error
        plugin = left.pop(name).plugin
        steps.pop(name, None)
        message = f"the extractor {name!r} ({plugin}) is left out: {error.message}"
        tier: Tier = "choice" if isinstance(error, LayerTakenError) else "build"
        problems.append(Problem.of(plugin, tier, type(error)(message, hint=error.hint)))
    return steps, problems


def _fault(
    settings: Settings, host: Host, chosen: Mapping[str, Offer[ExtractorSpec]], steps: dict[str, Step]
) -> tuple[str, NewsparseError] | None:
    """An extractor that cannot be planned or built, and why; those that are built are added to ``steps``."""
    specs = [offer.spec for offer in chosen.values()]
    needs = {*settings.layers, *_needs(specs)}
    backend = chosen_backend(settings, host, reads=backend_layers(specs), needs=needs)
    gives = backend.spec.provides if backend else ()
    found = replacing(specs, gives) if settings.extractors is None else None
    found = found or misfit(specs, backend=gives, offers=_gives(host))
    if found:
        return found
    for name, offer in chosen.items():
        try:
            if name not in steps:
                steps[name] = _step(offer, settings.settings.get(name, {}))
        except NewsparseError as error:
            return name, error
    return None


def chosen_extractors(settings: Settings, host: Host) -> dict[str, Offer[ExtractorSpec]]:
    """The extractors that were named, or all for the language, without those excluded; raises ``UnknownNameError``."""
    language = settings.language
    excluded = {host.extractor(name).spec.name for name in settings.exclude}
    if settings.extractors is None:
        offers = {name: offer for name, offer in host.extractors.items() if name not in excluded}
        return {name: offer for name, offer in offers.items() if _speaks(offer.spec.languages, language)}
    chosen = {name: host.extractor(name) for name in settings.extractors if name not in excluded}
    for name, offer in chosen.items():
        if not _speaks(offer.spec.languages, language):
            known = ", ".join(offer.spec.languages)
            raise UnknownNameError(f"the extractor {name!r} does not read {language!r} (it reads {known}).")
    return chosen


def chosen_backend(settings: Settings, host: Host, *, reads: set[str], needs: set[str]) -> Offer[BackendSpec] | None:
    """The backend that was named or is the default for the language.

    None when nothing in ``reads`` or ``needs`` calls for one, or when there is no default and nothing is in ``needs``.
    Of several defaults it is the first by plugin name, newsparse's own before all others. Raises ``UnknownNameError``.
    """
    language = settings.language
    if settings.backend is not None:
        offer = host.backend(settings.backend)
        if not _speaks(offer.spec.languages, language):
            raise UnknownNameError(f"the backend {offer.spec.name!r} does not read {language!r}.")
        return offer
    defaults = _defaults(host, language)
    if defaults and (reads | needs):
        return defaults[0]
    if needs:
        get = (
            "Get one: pip install 'newsparse[english]'." if language == "en" else "Name one, such as backend='stanza'."
        )
        hint = f"{get} {host.not_loaded}".rstrip()
        raise UnknownNameError(f"no installed backend is the default for {language!r}.", hint=hint)
    return None


def _defaults(host: Host, language: str) -> list[Offer[BackendSpec]]:
    return [offer for offer in host.backends.values() if language in offer.spec.default_for]


def _passed_over(settings: Settings, host: Host, taken: Offer[BackendSpec] | None) -> Iterator[Problem]:
    """What there is to say of defaults for the language that are not ``taken``; raises it where plugins must be right.

    Nothing where no backend is used, or one was named.
    """
    if taken is None or settings.backend is not None:
        return
    for offer in _defaults(host, settings.language):
        if offer is taken:
            continue
        first = f"{taken.spec.name!r} ({taken.plugin})"
        message = f"the backend {offer.spec.name!r} ({offer.plugin}) is left out: {first} is the default as well."
        error = PluginConflictError(message, hint="Name it to use it: backend=, --backend.")
        if switched_on(STRICT):
            raise error
        yield Problem.of(offer.plugin, "choice", error)


def _needs(specs: Iterable[ExtractorSpec]) -> set[str]:
    return backend_layers(specs, required=True)


def _speaks(languages: tuple[str, ...], language: str) -> bool:
    return not languages or language in languages


def _gives(host: Host) -> dict[str, tuple[str, ...]]:
    extractors = {
        f"extractor {name!r} ({offer.plugin})": offer.spec.provides for name, offer in host.extractors.items()
    }
    backends = {f"backend {name!r} ({offer.plugin})": offer.spec.provides for name, offer in host.backends.items()}
    return {**extractors, **backends}


def _check_settings(settings: Settings, chosen: Mapping[str, Offer[ExtractorSpec]]) -> None:
    for name, fields in settings.settings.items():
        if name not in chosen:
            known = ", ".join(chosen) or "none"
            raise PluginBuildError(
                f"there are settings for {name!r}, which is not a chosen extractor (chosen: {known})."
            )
        config = chosen[name].spec.config
        known_fields = [] if config is None else [field.alias for field in attrs.fields(config)]
        unknown = sorted(set(fields) - set(known_fields))
        if unknown:
            has = ", ".join(known_fields) or "none"
            raise PluginBuildError(f"the extractor {name!r} has no setting {', '.join(unknown)} (it has: {has}).")


def _analysis(settings: Settings, offer: Offer[BackendSpec], layers: tuple[str, ...]) -> Analysis:
    spec, options = offer.spec, settings.backend_options
    _check_options(spec, options)

    def make() -> Any:
        return spec.make(settings.language, layers, **options)

    backend = _made(f"the backend {spec.name!r}", offer, make, "analyse")
    model = attempt(getattr, backend, "model", None)
    source = Source(
        id=f"backend:{spec.name}",
        distribution=offer.plugin.distribution,
        version=offer.plugin.version,
        model=model if isinstance(model, str) and model else spec.model,
        settings=settings_digest({"language": settings.language, **options}),
        **{name: value for name in ("engine", "precision") if isinstance(value := getattr(backend, name, None), str)},
    )
    return Analysis(name=spec.name, backend=backend, layers=layers, source=source, labels=spec.labels)


def _check_options(spec: BackendSpec, options: Mapping[str, Any]) -> None:
    """Raise ``PluginBuildError`` for keywords of ``load`` that neither it nor the backend has."""
    signature = attempt(inspect.signature, spec.make)
    if isinstance(signature, Caught):  # what is built in or odd has none; it says itself what it does not take
        return
    parameters = list(signature.parameters.values())
    known = [item.name for item in parameters[2:] if item.kind in (item.POSITIONAL_OR_KEYWORD, item.KEYWORD_ONLY)]
    unknown = sorted(set(options) - set(known))
    if unknown and not any(item.kind is item.VAR_KEYWORD for item in parameters):
        has = ", ".join(known) or "none"
        raise PluginBuildError(
            f"load() has no argument {unknown[0]!r}, and the backend {spec.name!r} no such option (it has: {has})."
        )


def _step(offer: Offer[ExtractorSpec], fields: Mapping[str, Any]) -> Step:
    spec = offer.spec
    digests: list[str | None] = []

    def make() -> Any:
        arguments = [] if spec.config is None else [spec.config(**fields)]
        digests.extend(map(settings_digest, arguments))
        return spec.make(*arguments)

    extractor = _made(f"the extractor {spec.name!r}", offer, make, "extract")
    source = Source(
        id=spec.name,
        distribution=offer.plugin.distribution,
        version=offer.plugin.version,
        settings=digests[0] if digests else None,
    )
    return Step(spec=spec, extractor=extractor, source=source)


def _made(what: str, offer: Offer[Any], make: Callable[[], Made], method: str) -> Made:
    with aside():
        made = attempt(make)
    if isinstance(made, Caught):
        if isinstance(made.error, NewsparseError):
            raise made.error
        place = raised_at(made.error, offer.plugin.module.partition(".")[0])
        reason = described(made.error).rstrip(".") + (f" ({place})" if place else "")
        message = f"{what} ({offer.plugin}) could not be built: {reason}."
        raise PluginBuildError(message, hint="Leave it out, or change its settings.") from made.error
    if not callable(attempt(getattr, made, method, None)):
        raise PluginBuildError(f"{what} ({offer.plugin}) was built as {type(made).__name__}, which has no {method}().")
    return made
