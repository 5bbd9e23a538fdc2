"""Pipelines: planned once, then run on one document or on many."""

from newsparse.pipeline.build import from_settings, load
from newsparse.pipeline.config import OnFailure, Settings
from newsparse.pipeline.pipeline import Pipeline
from newsparse.pipeline.plan import Plan, make_plan

__all__ = ["OnFailure", "Pipeline", "Plan", "Settings", "from_settings", "load", "make_plan"]
