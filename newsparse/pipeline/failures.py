"""What happens when something fails on one document: it is recorded, raised, or passed to a function."""

from __future__ import annotations

import warnings

import attrs

from newsparse.errors import ContractError, ExtractionError, NewsparseError, PluginWarning, described
from newsparse.model import Document, Failure
from newsparse.pipeline.config import OnFailure
from newsparse.serial.shapes import has_pair


@attrs.frozen
class Policy:
    """Applies ``on_failure``."""

    on_failure: OnFailure

    def record(self, document: Document, stage: str, where: str, error: BaseException) -> Document:
        """``document`` with the failure noted, and with a second one where the function ``on_failure`` raised.

        Under the policy "raise" it raises instead: a coded error as it is, anything else as ``ExtractionError``.
        """
        coded = as_coded(error, where, document.id)
        stage = "contract" if isinstance(coded, ContractError) else stage
        failure = Failure(stage=stage, where=where, code=coded.code, message=_writable(coded.message))
        if self.on_failure == "raise" and coded is error:
            raise coded
        if self.on_failure == "raise":
            raise coded from error
        document = document.with_failure(failure)
        if callable(self.on_failure):
            try:
                self.on_failure(failure, error if isinstance(error, Exception) else coded)
            except Exception as second:
                message = as_coded(second, "on_failure", document.id).message
                more = Failure(stage=stage, where="on_failure", code=ExtractionError.code, message=_writable(message))
                document = document.with_failure(more)
        return document


def _writable(message: object) -> str:
    """The words of an error, with surrogate pairs joined, so that they can be written as JSON."""
    words = str(message)
    return words.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if has_pair(words) else words


def as_coded(error: BaseException, where: str, document: str) -> NewsparseError:
    """``error`` itself when it carries a code, else an ``ExtractionError`` that says what raised what and on what."""
    if isinstance(error, NewsparseError):
        return error
    return ExtractionError(f"{where} raised {described(error)} (document {document}).")


def warn_of_batch(what: str, error: BaseException) -> None:
    """Warn of a failure that no document can have: a batch failed, and each of its documents alone did not."""
    message = f"{what} failed on a batch, though on none of its documents alone: {described(error).rstrip('.')}."
    warnings.warn(str(ExtractionError(message)), PluginWarning, stacklevel=2)
