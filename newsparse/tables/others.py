"""The columns of the tables ``articles``, ``entities``, ``mentions`` and ``roles``."""

from __future__ import annotations

from newsparse.tables.schema import ARTICLE, Column, View, at, flag, joined, real, string, whole, words


def _failures(view: View, _item: object) -> str | None:
    return joined(tuple(map(str, view.document.failures)))


ARTICLES: tuple[Column, ...] = (
    *ARTICLE,
    string("author", "who wrote it", lambda v, _: v.document.meta.author),
    string("language", "language, ISO 639-1", lambda v, _: v.document.meta.language),
    string("country", "country of the outlet, ISO 3166-1", lambda v, _: v.document.meta.country),
    whole("characters", "length of the text in code points", lambda v, _: len(v.document.text)),
    whole("quotes", "number of quotes", lambda v, _: len(v.document.get("quotes"))),
    whole("numbers", "number of figures", lambda v, _: len(v.document.get("numbers"))),
    whole("entities", "number of entities", lambda v, _: len(v.document.get("entities"))),
    string("failures", "what went wrong", _failures),
)

ENTITIES: tuple[Column, ...] = (
    *ARTICLE,
    string("id", "id of the entity, unique in the article", lambda _, i: i.id),
    string("name", "the fullest name in the article", lambda _, i: i.name),
    string("label", "Person, Organization, Location, ...", lambda _, i: i.label),
    string("text", "the words of the first mention", lambda _, i: i.text),
    string("aliases", "other names in the article", lambda _, i: joined(i.aliases)),
    string("titles", "courtesy titles as written", lambda _, i: joined(i.titles)),
    string("in_title", "the words that name it in the title", lambda _, i: words(i.in_title)),
    whole("title_start", "offset of these in the title", lambda _, i: i.in_title.start if i.in_title else None),
    whole("title_end", "offset just after them", lambda _, i: i.in_title.end if i.in_title else None),
    string(
        "role",
        "the first role that the article gives, else the first of the title",
        lambda _, i: words(i.held[0].role) if i.held else None,
    ),
    string("organisation", "name of the organisation of a role", View.home),
    whole("mentions", "number of mentions", lambda _, i: len(i.mentions)),
    whole("quotes", "number of quotes with this speaker", lambda v, i: v.quotes_by_entity.get(i.id, 0)),
    string("link_id", "id of the entry in your own list", lambda _, i: i.link.id if i.link else None),
    string("link_name", "name of that entry", lambda _, i: i.link.name if i.link else None),
    real("link_score", "how alike the names are, 0 to 1", lambda _, i: i.link.score if i.link else None),
    *at("first mention"),
)

MENTIONS: tuple[Column, ...] = (
    *ARTICLE,
    string("id", "id of the mention, unique in the article", lambda _, i: i.id),
    string("text", "the words", lambda _, i: i.text),
    string("label", "Person, Organization, Location, ...", lambda _, i: i.label),
    string("form", "named, nominal or pronoun", lambda _, i: i.form),
    string("courtesy_title", "title right before a name", lambda _, i: words(i.title)),
    string("name", "name of the entity", lambda v, i: v.name(i.entity)),
    string("entity", "id of the entity in `entities`", lambda _, i: i.entity),
    *at("mention"),
)

ROLES: tuple[Column, ...] = (
    *ARTICLE,
    string("entity", "id of the entity in `entities`", lambda _, i: i.entity.id),
    string("name", "name of the entity", lambda _, i: i.entity.name),
    string("role", "the role in the article's words", lambda _, i: i.held.role.text),
    string("organisation", "name of the organisation", lambda v, i: v.organisation(i.held)),
    flag("former", "whether it is a former role", lambda _, i: i.held.former),
    whole("start", "offset of the role in the article's text, in code points", lambda _, i: i.span and i.span.start),
    whole("end", "offset just after the role", lambda _, i: i.span and i.span.end),
    string("sentence", "the sentence of the role", lambda v, i: i.span and v.sentence(i.span)),
    whole("title_start", "offset in the title, of a role that the article does not give", lambda _, i: i.title_start),
    whole("title_end", "offset just after it", lambda _, i: i.title_end),
)
