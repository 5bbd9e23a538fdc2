"""Number claims in news articles: every figure, what it counts or measures, and who gives it."""

from newsparse_numbers.extractor import NumberExtractor
from newsparse_numbers.quantities import Found, Rejected, find_quantities, find_rejected

__all__ = ["Found", "NumberExtractor", "Rejected", "find_quantities", "find_rejected"]
