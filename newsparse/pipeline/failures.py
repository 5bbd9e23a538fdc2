"""What happens when something goes wrong on one document: it is noted, raised, or handed to a function."""

from __future__ import annotations

import attrs

from newsparse.errors import ContractError, ExtractionError, NewsparseError
from newsparse.model import Document, Failure
from newsparse.pipeline.config import OnFailure


@attrs.frozen
class Policy:
    """Applies ``on_failure``."""

    on_failure: OnFailure

    def record(self, document: Document, stage: str, where: str, error: Exception) -> Document:
        """``document`` with the failure noted.

        Under the policy "raise" it raises instead: a coded error as it is, anything else as ``ExtractionError``.
        """
        coded = as_coded(error, where, document.id)
        stage = "contract" if isinstance(coded, ContractError) else stage
        failure = Failure(stage=stage, where=where, code=coded.code, message=coded.message)
        if self.on_failure == "raise" and coded is error:
            raise coded
        if self.on_failure == "raise":
            raise coded from error
        if callable(self.on_failure):
            self.on_failure(failure, error)
        return document.with_failure(failure)


def as_coded(error: Exception, where: str, document: str) -> NewsparseError:
    """``error`` itself when it carries a code, else an ``ExtractionError`` that says what raised what and on what."""
    if isinstance(error, NewsparseError):
        return error
    words = " ".join(str(error).split())
    reason = f"{type(error).__name__}: {words}" if words else type(error).__name__
    return ExtractionError(f"{where} raised {reason} (document {document}).")
