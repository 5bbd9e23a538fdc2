"""People, organisations, places and the words that refer to them."""

from __future__ import annotations

from typing import ClassVar, Literal

import attrs

from newsparse.model.annotation import Annotation, Passage
from newsparse.model.span import Span

MentionForm = Literal["named", "nominal", "pronoun"]


@attrs.frozen(kw_only=True)
class Mention(Annotation):
    """Words that name something or refer to it: "Gregory C. Allen", "the company", "she".

    ``label`` is the backend's class (the English model: Person, Organization, Location, Facility, NORP, Product, Misc,
    Date, Money); ``head`` is the span of the head word; ``title`` the courtesy title or role right before a name;
    ``entity`` the id of the entity that it belongs to, once that is known.
    """

    KIND: ClassVar[str] = "mention"

    label: str
    form: MentionForm = "named"
    head: Span | None = None
    title: Passage | None = None
    entity: str | None = None


@attrs.frozen(kw_only=True)
class Affiliation:
    """A role that the text gives someone: its words, the organisation's entity, and whether it is a former role."""

    role: Passage
    organisation: str | None = None
    former: bool = False


@attrs.frozen(kw_only=True)
class Link:
    """The entry of a reader's own list that an entity is: the entry's id and name, and how alike the names are, 0 to 1.

    ``score`` is 1 for a name that is the same except for case, diacritics, dots, titles and legal suffixes.
    """

    id: str
    name: str
    score: float = 1.0


@attrs.frozen
class TitlePassage:
    """Words of an article's title: ``text == document.meta.title[start:end]``, in code points of the title."""

    start: int
    end: int
    text: str

    def fits(self, title: str | None) -> bool:
        """Whether these words are in ``title`` at these offsets."""
        return title is not None and 0 <= self.start < self.end and self.text == title[self.start : self.end]

    def __str__(self) -> str:
        """The words alone."""
        return self.text


@attrs.frozen(kw_only=True)
class TitleRole:
    """A role that the title of an article gives someone: its words, and the organisation, if the title names one.

    ``body`` are the words for the organisation in the title, ``organisation`` its entity, where the article has one.
    """

    role: TitlePassage
    body: TitlePassage | None = None
    organisation: str | None = None
    former: bool = False


@attrs.frozen(kw_only=True)
class Entity(Annotation):
    """One person, organisation, place or thing in one article, with all the mentions of it.

    ``span`` and ``text`` are those of the first mention; ``name`` is the fullest name in the article and its title.
    ``mentions`` are ids, in the order of the text; ``aliases`` the other names used, ``titles`` as written ("Mr.").
    ``in_title`` are the words that name it in the article's title, where they do, and ``title_roles`` what the title
    says that it is. ``link`` is the entry of a list that was provided, where one fits.
    """

    KIND: ClassVar[str] = "entity"

    label: str
    name: str
    mentions: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    in_title: TitlePassage | None = None
    title_roles: tuple[TitleRole, ...] = ()
    link: Link | None = None

    @property
    def held(self) -> tuple[Affiliation | TitleRole, ...]:
        """Its roles in the article, then those that the title alone gives it."""
        known = {item.role.text.casefold() for item in self.affiliations}
        return (*self.affiliations, *(item for item in self.title_roles if item.role.text.casefold() not in known))

    @property
    def title_passages(self) -> tuple[TitlePassage, ...]:
        """All words of the title in its fields."""
        roles = [words for item in self.title_roles for words in (item.role, item.body) if words is not None]
        return ((self.in_title,) if self.in_title else ()) + tuple(roles)

    def __str__(self) -> str:
        """The name."""
        return self.name
