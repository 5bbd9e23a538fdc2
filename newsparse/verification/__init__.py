"""A text against its sources: drafts and sources enter; findings on each quotation and figure of the draft leave."""

from newsparse.verification.page import page
from newsparse.verification.report import report
from newsparse.verification.verifying import verify

__all__ = ["page", "report", "verify"]
