"""Number claims in news articles: every figure, what it counts or measures, and who gives it."""

from newsparse_numbers.extractor import NumberConfig, NumberExtractor
from newsparse_numbers.kinds import RejectedNumeral
from newsparse_numbers.quantities import Found, Rejected, find_quantities, find_rejected

__all__ = [
    "Found",
    "NumberConfig",
    "NumberExtractor",
    "Rejected",
    "RejectedNumeral",
    "find_quantities",
    "find_rejected",
]
