"""Number claims in news articles: every figure, what it counts or measures, and who says it."""

from newsparse.comparison import Comparison, compare, compare_quantities
from newsparse_numbers.extractor import NumberConfig, NumberExtractor
from newsparse_numbers.kinds import RejectedNumeral
from newsparse_numbers.quantities.found import Found, Rejected
from newsparse_numbers.quantities.scan import find_quantities, find_rejected

__all__ = [
    "Comparison",
    "Found",
    "NumberConfig",
    "NumberExtractor",
    "Rejected",
    "RejectedNumeral",
    "compare",
    "compare_quantities",
    "find_quantities",
    "find_rejected",
]
