"""Across articles: documents, or profiles of their entities, enter; groups of what is the same in them leave."""

from newsparse.linking.collecting import Across, across
from newsparse.linking.copies import Copies
from newsparse.linking.groups import Group, Member, Reason, dumps, loads
from newsparse.linking.profiles import Profile, profiles, role_words
from newsparse.linking.quotations import SameQuote, Telling

__all__ = [
    "Across",
    "Copies",
    "Group",
    "Member",
    "Profile",
    "Reason",
    "SameQuote",
    "Telling",
    "across",
    "dumps",
    "loads",
    "profiles",
    "role_words",
]
