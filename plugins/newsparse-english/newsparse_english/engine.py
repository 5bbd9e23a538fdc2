"""The engines that run the exported graphs. Every window runs alone, so threads share windows and not products.

The result for a window therefore never depends on what else is in a batch, and an article takes the same time alone.
"""

from __future__ import annotations

import importlib
import sys
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any, Generic, Protocol, TypeVar

import numpy as np
from numpy.typing import NDArray

from newsparse_english.packed import BYTES, FLOATS, RELATION
from newsparse_english.precisions import MIXED, Choice

Arrays = Mapping[str, NDArray[Any]]
Ticket = TypeVar("Ticket")

CONVERTERS = "openvino.tools.ovc"
GRAPHS = {MIXED: BYTES, "int8": BYTES, "float32": FLOATS}
ANSWERS = ("start", "tags", "entity", "role", "arc", "link", "dependent", "governor", "nested")
"""The names of the network's outputs for a window; a network may lack the last one."""


class Engine(Protocol):
    """What the model needs of whatever runs its network."""

    @property
    def threads(self) -> int:
        """How many threads it uses."""

    def windows(self, given: Iterable[Arrays]) -> Iterator[Arrays]:
        """The network's outputs for each window, in order; each is valid until the next one is requested."""

    def relations(self, dependent: NDArray[np.float32], governor: NDArray[np.float32]) -> NDArray[np.float32]:
        """The scores of all relations for each pair of rows."""

    def limit_threads(self, count: int) -> None:
        """Use no more than ``count`` threads from now on."""


class _Sharing(ABC, Generic[Ticket]):
    """Keeps as many windows in progress as there are threads, in order; with one thread there are no others."""

    threads: int

    def windows(self, given: Iterable[Arrays]) -> Iterator[Arrays]:
        """See ``Engine``."""
        ahead = self.threads if self.threads > 1 else 0
        waiting: deque[Ticket] = deque()
        for item in given:
            waiting.append(self._begin(item))
            if len(waiting) > ahead:
                yield from self._end(waiting.popleft())
        while waiting:
            yield from self._end(waiting.popleft())

    @abstractmethod
    def _begin(self, item: Arrays) -> Ticket:
        """Start computing a window."""

    @abstractmethod
    def _end(self, ticket: Ticket) -> Iterator[Arrays]:
        """The network's outputs for that window, once they are there."""


def _openvino() -> Any:
    """OpenVINO without its converters, which take a second to import and bring a module that can report their use."""
    if "openvino" not in sys.modules and CONVERTERS not in sys.modules:
        sys.modules[CONVERTERS] = None  # type: ignore[assignment]
        try:
            return importlib.import_module("openvino")
        finally:
            del sys.modules[CONVERTERS]
    return importlib.import_module("openvino")


_core_made = Lock()


def _core() -> Any:
    """OpenVINO's one ``Core`` in this process, which is kept to the end.

    Each Core sets a stack for the handlers of signals and unmaps it when it is deleted (``SigAltStackSetup`` of the CPU
    plugin, still so in 2026.4). If that happens in another thread, or before a Core that was made later is deleted, the
    process is left with a stack that is no longer there, and the next signal (Ctrl-C, the timer of a time limit) is a
    segmentation fault.
    """
    with _core_made:
        return _only_core()


@cache
def _only_core() -> Any:
    return _openvino().Core()


class OpenVino(_Sharing["tuple[_Compiled, Any, Arrays]"]):
    """Runs the graphs with OpenVINO."""

    def __init__(self, folder: Path, choice: Choice, threads: int) -> None:
        self._core = _core()
        self._paths = (folder / GRAPHS[choice.precision], folder / RELATION)
        self._floats = "bf16" if choice.precision == MIXED else "f32"
        self._lock = Lock()
        self.limit_threads(threads)

    def limit_threads(self, count: int) -> None:
        """See ``Engine``; the graphs are compiled for that number when they are first needed."""
        self.threads = count
        self._graphs: tuple[_Compiled, _Compiled] | None = None

    def _ready(self) -> tuple[_Compiled, _Compiled]:
        with self._lock:
            if self._graphs is None:
                settings = {
                    "INFERENCE_PRECISION_HINT": self._floats,
                    "INFERENCE_NUM_THREADS": self.threads,
                    "NUM_STREAMS": self.threads,
                    "ENABLE_CPU_PINNING": False,  # a thread that is bound to a core waits for whatever else runs there
                }
                window, relation = (_Compiled(self._core.compile_model(path, "CPU", settings)) for path in self._paths)
                self._graphs = (window, relation)
            return self._graphs

    def _begin(self, item: Arrays) -> tuple[_Compiled, Any, Arrays]:
        graph = self._ready()[0]
        request = graph.request()
        if self.threads > 1:
            request.start_async(item, share_inputs=True)
        else:
            request.infer(item, share_inputs=True, share_outputs=True)
        return graph, request, item

    def _end(self, ticket: tuple[_Compiled, Any, Arrays]) -> Iterator[Arrays]:
        graph, request, _ = ticket
        request.wait()
        yield {name: request.get_output_tensor(graph.places[name]).data for name in ANSWERS if name in graph.places}
        graph.idle.append(request)

    def relations(self, dependent: NDArray[np.float32], governor: NDArray[np.float32]) -> NDArray[np.float32]:
        """See ``Engine``."""
        graph = self._ready()[1]
        request = graph.request()
        request.infer({"dependent": dependent, "governor": governor}, share_inputs=True)
        found: NDArray[np.float32] = request.get_output_tensor(0).data.copy()
        graph.idle.append(request)
        return found


class _Compiled:
    """A compiled graph, with its idle requests and the positions of its outputs."""

    def __init__(self, model: Any) -> None:
        self.model = model
        self.idle: list[Any] = []
        self.places = {name: place for place, output in enumerate(model.outputs) for name in output.get_names()}

    def request(self) -> Any:
        """A request that nobody else uses; safe where several threads take and return them."""
        try:
            return self.idle.pop()
        except IndexError:
            return self.model.create_infer_request()


class OnnxRuntime(_Sharing["Future[list[Any]] | list[Any]"]):
    """Runs the graphs with onnxruntime."""

    def __init__(self, folder: Path, choice: Choice, threads: int) -> None:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        onnxruntime.disable_telemetry_events()
        paths = (folder / GRAPHS[choice.precision], folder / RELATION)
        self._window, self._relation = (
            onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"]) for path in paths
        )
        known = {output.name for output in self._window.get_outputs()}
        self._answers = [name for name in ANSWERS if name in known]
        self.limit_threads(threads)

    def limit_threads(self, count: int) -> None:
        """See ``Engine``."""
        self.threads = count
        self._pool = ThreadPoolExecutor(count, "newsparse") if count > 1 else None

    def _begin(self, item: Arrays) -> Future[list[Any]] | list[Any]:
        if self._pool is None:
            return self._run(item)
        return self._pool.submit(self._run, item)

    def _run(self, item: Arrays) -> list[Any]:
        found: list[Any] = self._window.run(self._answers, dict(item))
        return found

    def _end(self, ticket: Future[list[Any]] | list[Any]) -> Iterator[Arrays]:
        found = ticket if isinstance(ticket, list) else ticket.result()
        yield dict(zip(self._answers, found, strict=True))

    def relations(self, dependent: NDArray[np.float32], governor: NDArray[np.float32]) -> NDArray[np.float32]:
        """See ``Engine``."""
        found: NDArray[np.float32] = self._relation.run(None, {"dependent": dependent, "governor": governor})[0]
        return found


def start(folder: Path, choice: Choice, threads: int) -> Engine:
    """The chosen engine with the graphs in ``folder``."""
    kind = OpenVino if choice.engine == "openvino" else OnnxRuntime
    return kind(folder, choice, threads)
