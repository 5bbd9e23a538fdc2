"""Every error that newsparse raises: one class per cause, each with a searchable code and a hint."""

from __future__ import annotations

from typing import ClassVar

from newsparse.guard import Caught, attempt


class NewsparseError(Exception):
    """The parent of all errors of the library.

    ``code`` is stable across releases and comes first in the message; ``hint`` says what to do next.
    """

    code: ClassVar[str] = "NP000"

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        """One line: code, what happened, what to do."""
        line = f"[{self.code}] {self.message}"
        return f"{line} {self.hint}" if self.hint else line

    def __reduce__(self) -> tuple[object, ...]:
        """Errors cross process borders with their hint."""
        return (_rebuild, (type(self), self.message, self.hint))


def message_of(error: BaseException) -> str:
    """The words of an exception, or a note that it cannot give them: a plugin's own exception may raise in turn."""
    words = attempt(str, error)
    return f"(its message cannot be read: {type(words.error).__name__})" if isinstance(words, Caught) else words


def described(error: BaseException) -> str:
    """An exception on one line: its type, and its message where it has one."""
    words = " ".join(message_of(error).split())
    return f"{type(error).__name__}: {words}" if words else type(error).__name__


class PluginWarning(UserWarning):
    """A plugin did not load, was left out, or failed on a batch and on none of its documents; starts with a code."""


def _rebuild(kind: type[NewsparseError], message: str, hint: str) -> NewsparseError:
    return kind(message, hint=hint)


class SpanError(NewsparseError, ValueError):
    """A span is empty, backwards, or lies outside its text."""

    code = "NP101"


class AnnotationError(NewsparseError, ValueError):
    """An annotation breaks the rules of its type."""

    code = "NP102"


class LayerError(NewsparseError, KeyError):
    """A layer was asked for that the document does not have."""

    code = "NP103"

    __str__ = NewsparseError.__str__


class UnknownIdError(NewsparseError, KeyError):
    """An annotation was asked for that the document does not have."""

    code = "NP106"

    __str__ = NewsparseError.__str__


class KindError(NewsparseError, ValueError):
    """A kind of annotation is unknown, or two types claim one name."""

    code = "NP104"


class SchemaError(NewsparseError, ValueError):
    """Serialised data does not follow the schema; the message names the path."""

    code = "NP201"


class LexiconError(NewsparseError, ValueError):
    """A package's word lists are missing or do not follow their schema."""

    code = "NP105"


class PluginLoadError(NewsparseError, ImportError):
    """A plugin could not be imported."""

    code = "NP301"


class PluginConflictError(NewsparseError, ValueError):
    """A plugin provides an invalid record, or two plugins claim one name."""

    code = "NP302"


class PluginBuildError(NewsparseError, RuntimeError):
    """An extractor or a backend could not be built from its settings."""

    code = "NP303"


class ExtractionError(NewsparseError, RuntimeError):
    """An extractor or a backend raised on a document."""

    code = "NP304"


class ContractError(NewsparseError, ValueError):
    """An extractor returned something that its specification or the document forbids."""

    code = "NP305"


class UnknownNameError(NewsparseError, LookupError):
    """No installed plugin has the extractor, backend, reader or writer that was named, or one for the output."""

    code = "NP306"


class PlanError(NewsparseError, ValueError):
    """The extractors cannot be put in order: something required is missing, or they wait for each other."""

    code = "NP307"


class TimeLimitError(NewsparseError, TimeoutError):
    """An extractor or a backend took longer than the time limit, or none can be kept where the pipeline runs."""

    code = "NP308"


class LengthError(NewsparseError, ValueError):
    """A text is longer than the pipeline accepts."""

    code = "NP309"


class ReadError(NewsparseError, OSError):
    """An input could not be read as text."""

    code = "NP401"


class WriteError(NewsparseError, OSError):
    """An output could not be written."""

    code = "NP402"


class OptionError(NewsparseError, ValueError):
    """An option of a reader or a writer is unknown, or has a value that does not fit."""

    code = "NP403"


class FormatError(ReadError):
    """No reader takes a file: it is in a format that none has, or looks like another one than its name says."""

    code = "NP404"


class ModelMissingError(NewsparseError, FileNotFoundError):
    """A model is not on this machine; the hint names the command that gets it."""

    code = "NP501"


class ModelDamagedError(NewsparseError, ValueError):
    """A model's files do not match their digest or their description."""

    code = "NP502"


class DataMissingError(NewsparseError, FileNotFoundError):
    """A corpus is not in the data folder; the message names what is missing."""

    code = "NP503"


class ExtraMissingError(NewsparseError, ImportError):
    """A library of an extra is not installed; the hint names the extra."""

    code = "NP504"
