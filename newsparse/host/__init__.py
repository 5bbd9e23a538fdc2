"""The host: finds plugins, keeps a broken one from harming the rest, and says what each of them offers."""

from newsparse.host.host import Host
from newsparse.host.loading import STRICT, switched_on
from newsparse.host.records import Offer, Plugin, Problem
from newsparse.host.rulesets import rule_sets

__all__ = ["STRICT", "Host", "Offer", "Plugin", "Problem", "rule_sets", "switched_on"]
