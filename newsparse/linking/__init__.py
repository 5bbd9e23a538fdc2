"""Across articles: documents, or profiles of their entities, enter; groups of entities that are one leave."""

from newsparse.linking.collecting import Across, across
from newsparse.linking.groups import Group, Member, Reason, dumps, loads
from newsparse.linking.profiles import Profile, profiles, role_words

__all__ = ["Across", "Group", "Member", "Profile", "Reason", "across", "dumps", "loads", "profiles", "role_words"]
