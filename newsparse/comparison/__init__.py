"""Two claims or quantities enter; whether both can be true of one thing leaves, with the reason."""

from newsparse.comparison.comparing import Comparison, compare, compare_quantities

__all__ = ["Comparison", "compare", "compare_quantities"]
