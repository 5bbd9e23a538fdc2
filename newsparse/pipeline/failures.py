"""What happens when something fails on one document: it is recorded, raised, or passed to a function."""

from __future__ import annotations

import warnings

import attrs

from newsparse.codeplaces import defined_at, package_of, raised_at
from newsparse.errors import ContractError, ExtractionError, NewsparseError, PluginWarning, described
from newsparse.guard import Caught, attempt
from newsparse.model import Document, Failure, Source
from newsparse.pipeline.config import OnFailure
from newsparse.serial.shapes import has_pair


@attrs.frozen
class Maker:
    """Whose code ran: its distribution with the version, and the method that was called."""

    distribution: str
    maker: object
    method: str

    @classmethod
    def of(cls, source: Source, maker: object, method: str) -> Maker:
        """The maker that ``source`` describes: an object, by the name of the method that does its work."""
        return cls(f"{source.distribution} {source.version}".strip(), maker, method)

    def place(self, error: BaseException) -> str:
        """Distribution, file and line: where it was raised, or where the method is that returned what was refused."""
        raised = raised_at(error, package_of(self.maker))
        return ", ".join(filter(None, (self.distribution, raised or defined_at(getattr(self.maker, self.method)))))


@attrs.frozen
class Policy:
    """Applies ``on_failure``."""

    on_failure: OnFailure

    def record(
        self, document: Document, stage: str, where: str, error: BaseException, maker: Maker | None = None
    ) -> Document:
        """``document`` with the failure noted, and with a second one where the function ``on_failure`` raised.

        ``maker`` is whose code it was; the message then names the distribution, the file and the line. Under the policy
        "raise" it raises instead: a coded error as it is, anything else as ``ExtractionError``.
        """
        found = attempt(maker.place, error) if maker else ""
        place = "" if isinstance(found, Caught) else found
        coded = as_coded(error, where, document.id, place)
        stage = "contract" if isinstance(coded, ContractError) else stage
        message = f"{coded.message.rstrip('.')} ({place})." if place and coded is error else coded.message
        failure = Failure(stage=stage, where=where, code=coded.code, message=_writable(message))
        if self.on_failure == "raise" and coded is error:
            raise coded
        if self.on_failure == "raise":
            raise coded from error
        document = document.with_failure(failure)
        if callable(self.on_failure):
            done = attempt(self.on_failure, failure, error if isinstance(error, Exception) else coded)
            if isinstance(done, Caught):
                second = as_coded(done.error, "on_failure", document.id)
                more = attrs.evolve(failure, where="on_failure", code=second.code, message=_writable(second.message))
                document = document.with_failure(more)
        return document


def _writable(message: object) -> str:
    """The words of an error, with surrogate pairs joined, so that they can be written as JSON."""
    words = str(message)
    return words.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if has_pair(words) else words


def as_coded(error: BaseException, where: str, document: str, place: str = "") -> NewsparseError:
    """``error`` itself if it has a code, else an ``ExtractionError`` that says what raised what, where and on what.

    ``place`` names the distribution, the file and the line of code.
    """
    if isinstance(error, NewsparseError):
        return error
    about = f"{place}; document {document}" if place else f"document {document}"
    return ExtractionError(f"{where} raised {described(error).rstrip('.')} ({about}).")


def warn_of_batch(what: str, error: BaseException) -> None:
    """Warn of a failure that no document can have: a batch failed, and each of its documents alone did not."""
    message = f"{what} failed on a batch, though on none of its documents alone: {described(error).rstrip('.')}."
    warnings.warn(str(ExtractionError(message)), PluginWarning, stacklevel=2)
