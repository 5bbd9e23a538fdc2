CREATE TABLE "corpus" (
  "fact" TEXT PRIMARY KEY, -- "format" is the version of these tables, "joined" the last article that was compared
  "value" TEXT NOT NULL
);
CREATE TABLE "documents" (
  "id" INTEGER PRIMARY KEY, -- the article in this database
  "key" TEXT NOT NULL UNIQUE, -- digest by which an article that is here already is recognised
  "article" TEXT NOT NULL, -- id of the article
  "title" TEXT NOT NULL, -- its title, or else its first line
  "published" TEXT, -- date or time of publication, ISO 8601
  "day" TEXT, -- the day of publication
  "month" TEXT, -- the month of publication
  "outlet" TEXT, -- who published it
  "author" TEXT, -- who wrote it
  "url" TEXT, -- its address
  "language" TEXT, -- ISO 639-1
  "country" TEXT, -- country of the outlet, ISO 3166-1
  "path" TEXT, -- where it was read from
  "text" TEXT NOT NULL,
  "words" INTEGER NOT NULL, -- number of words in the text
  "quotes" INTEGER NOT NULL, -- number of quotes
  "figures" INTEGER NOT NULL, -- number of figures
  "failures" TEXT -- what went wrong
);
CREATE TABLE "archive" (
  "document" INTEGER PRIMARY KEY REFERENCES "documents" ("id"),
  "json" BLOB NOT NULL -- the document as newsparse writes it, deflated (zlib)
);
CREATE TABLE "entities" (
  "id" INTEGER PRIMARY KEY,
  "name" TEXT NOT NULL, -- the fullest name
  "label" TEXT NOT NULL, -- Person, Organization, Location, ...
  "key" TEXT NOT NULL, -- the name without case, diacritics and dots
  "whole" INTEGER NOT NULL, -- 0 where only part of a person's name is known
  "link" TEXT, -- id of the entry in your own list
  "documents" INTEGER NOT NULL DEFAULT 0, -- number of articles with a mention
  "mentions" INTEGER NOT NULL DEFAULT 0, -- number of mentions
  "quotes" INTEGER NOT NULL DEFAULT 0, -- number of quotes that it says, alone or with others
  "figures" INTEGER NOT NULL DEFAULT 0 -- number of figures with this speaker
);
CREATE TABLE "appearances" (
  "id" INTEGER PRIMARY KEY,
  "document" INTEGER NOT NULL REFERENCES "documents" ("id"),
  "entity" INTEGER REFERENCES "entities" ("id"), -- empty until the run has ended that added the article
  "local" TEXT NOT NULL, -- id of the entity in the article
  "name" TEXT NOT NULL, -- the fullest name in the article
  "label" TEXT NOT NULL, -- Person, Organization, Location, ... in the article
  "aliases" TEXT, -- other names in the article
  "mentions" INTEGER NOT NULL, -- number of mentions
  "reason" TEXT, -- why it is this entity: what it shares with other articles; empty where no other has it
  "score" REAL, -- how much speaks for it, 0 to 1; not a probability
  "uncertain" INTEGER -- 1 where little speaks for it
);
CREATE TABLE "mentions" (
  "id" INTEGER PRIMARY KEY,
  "document" INTEGER NOT NULL REFERENCES "documents" ("id"),
  "appearance" INTEGER NOT NULL REFERENCES "appearances" ("id"), -- the entity in this article
  "entity" INTEGER REFERENCES "entities" ("id"), -- the entity across articles
  "text" TEXT NOT NULL,
  "form" TEXT NOT NULL, -- named, nominal or pronoun
  "start" INTEGER NOT NULL, -- offset in the text, in code points
  "stop" INTEGER NOT NULL -- offset behind it
);
CREATE TABLE "roles" (
  "id" INTEGER PRIMARY KEY,
  "document" INTEGER NOT NULL REFERENCES "documents" ("id"),
  "appearance" INTEGER NOT NULL REFERENCES "appearances" ("id"), -- who has it, in this article
  "entity" INTEGER REFERENCES "entities" ("id"), -- who has it, across articles
  "day" TEXT, -- the day of publication
  "role" TEXT NOT NULL, -- in the article's words
  "organisation" TEXT, -- name of the organisation
  "home_appearance" INTEGER REFERENCES "appearances" ("id"), -- the organisation in this article
  "home" INTEGER REFERENCES "entities" ("id"), -- the organisation
  "former" INTEGER NOT NULL, -- 1 for a former role
  "start" INTEGER, -- offset in the text, in code points; empty for a role that only the title gives
  "stop" INTEGER -- offset behind it
);
CREATE TABLE "sources" (
  "id" INTEGER PRIMARY KEY, -- one source of one article, however often it speaks
  "document" INTEGER NOT NULL REFERENCES "documents" ("id"),
  "appearance" INTEGER REFERENCES "appearances" ("id"), -- the entity in this article
  "entity" INTEGER REFERENCES "entities" ("id"),
  "day" TEXT, -- the day of publication
  "outlet" TEXT, -- who published the article
  "name" TEXT NOT NULL, -- the name, or else the words
  "kind" TEXT NOT NULL, -- person, unnamed, organisation, document, record, author or unresolved
  "role" TEXT, -- in the article's words
  "organisation" TEXT, -- what the source belongs to
  "anonymity" TEXT, -- why the source is not named, in the article's words
  "quotes" INTEGER NOT NULL, -- number of quotes
  "figures" INTEGER NOT NULL, -- number of figures
  "words" INTEGER NOT NULL -- number of words in the quotes; what is inside another quote of the article counts once
);
CREATE TABLE "quotes" (
  "id" INTEGER PRIMARY KEY,
  "document" INTEGER NOT NULL REFERENCES "documents" ("id"),
  "local" TEXT NOT NULL, -- id of the quote in the article
  "day" TEXT, -- the day of publication
  "outlet" TEXT, -- who published the article
  "source" INTEGER REFERENCES "sources" ("id"),
  "appearance" INTEGER REFERENCES "appearances" ("id"), -- the speaker in this article
  "entity" INTEGER REFERENCES "entities" ("id"), -- the speaker
  "speaker" TEXT, -- name of the speaker
  "speaker_kind" TEXT, -- person, unnamed, organisation, document, record, author or unresolved
  "together_with" TEXT, -- names of those who say it together with the speaker
  "role" TEXT, -- role of the speaker in the article's words
  "organisation" TEXT, -- what the speaker belongs to
  "anonymity" TEXT, -- why the speaker is not named
  "unattributed" TEXT, -- why there is no speaker
  "text" TEXT NOT NULL, -- the words; fragments are joined by a space
  "words" INTEGER NOT NULL, -- number of words
  "about" TEXT, -- names of the entities that it is about
  "cue" TEXT, -- the words that introduce it
  "addressee" TEXT, -- who is addressed
  "form" TEXT NOT NULL, -- direct, indirect or mixed
  "manner" TEXT NOT NULL, -- speech, writing, thought or act
  "act" TEXT NOT NULL, -- said, denied, asked, demanded, ...
  "modality" TEXT NOT NULL, -- asserted, hedged, negated, asked or forecast
  "within" INTEGER REFERENCES "quotes" ("id"), -- the quote that contains this one
  "sentence" TEXT, -- the sentence, or all that it touches
  "start" INTEGER NOT NULL, -- offset in the text, in code points
  "stop" INTEGER NOT NULL, -- offset behind it
  "confidence" REAL -- of the model, 0 to 1
);
CREATE TABLE "figures" (
  "id" INTEGER PRIMARY KEY,
  "document" INTEGER NOT NULL REFERENCES "documents" ("id"),
  "local" TEXT NOT NULL, -- id of the figure in the article
  "day" TEXT, -- the day of publication
  "outlet" TEXT, -- who published the article
  "source" INTEGER REFERENCES "sources" ("id"),
  "appearance" INTEGER REFERENCES "appearances" ("id"), -- the speaker in this article
  "entity" INTEGER REFERENCES "entities" ("id"), -- the speaker
  "speaker" TEXT, -- name of the speaker
  "speaker_kind" TEXT, -- person, unnamed, organisation, document, record, author or unresolved
  "role" TEXT, -- role of the speaker in the article's words
  "organisation" TEXT, -- what the speaker belongs to
  "quote" INTEGER REFERENCES "quotes" ("id"), -- the quote that contains it
  "text" TEXT NOT NULL, -- the words of the figure
  "quantity" TEXT NOT NULL, -- the figure as newsparse reads it: "at least 12", "3,500,000 USD"
  "low" REAL, -- the lower end; empty where it is open
  "high" REAL, -- the upper end; empty where it is open
  "kind" TEXT NOT NULL, -- count, money, percent, measure, ...
  "unit" TEXT, -- a singular English name
  "currency" TEXT, -- ISO 4217
  "per" TEXT, -- denominator: hour, 100000 people
  "bound" TEXT, -- at least, more than, at most or fewer than
  "exactness" TEXT NOT NULL, -- exact, about or vague
  "measure" TEXT NOT NULL, -- what one picks it by: "USD", "kilometre per hour", "percent", "count"
  "scale" TEXT NOT NULL, -- what it is measured on: figures of one scale can be compared
  "scale_low" REAL, -- the lower end on that scale
  "scale_high" REAL, -- the upper end on that scale
  "part" TEXT NOT NULL, -- level, change, from or to
  "direction" TEXT, -- up or down
  "outlook" TEXT, -- forecast or target
  "modality" TEXT NOT NULL, -- asserted, hedged, negated, asked or forecast
  "what" TEXT, -- what is counted or measured
  "noun" TEXT, -- the head word of that, in lower case
  "holder" TEXT, -- whose it is
  "about" TEXT, -- names of the entities that it is about
  "period" TEXT, -- when, in the article's words
  "period_start" TEXT, -- first day of that period
  "period_end" TEXT, -- last day of that period
  "place" TEXT, -- where, in the article's words
  "sentence" TEXT, -- the sentence, or all that it touches
  "in_title" INTEGER NOT NULL, -- 1 for one of the title, which only figure_groups take up: its offsets are there
  "start" INTEGER NOT NULL, -- offset in the text, in code points
  "stop" INTEGER NOT NULL, -- offset behind it
  "confidence" REAL -- of the model, 0 to 1
);
CREATE TABLE "quotes_about" (
  "quote" INTEGER NOT NULL REFERENCES "quotes" ("id"),
  "appearance" INTEGER NOT NULL REFERENCES "appearances" ("id"), -- the entity in the article
  "entity" INTEGER REFERENCES "entities" ("id"),
  PRIMARY KEY ("quote", "appearance")
) WITHOUT ROWID;
CREATE TABLE "quotes_together" (
  "quote" INTEGER NOT NULL REFERENCES "quotes" ("id"),
  "appearance" INTEGER NOT NULL REFERENCES "appearances" ("id"), -- who says it together with the speaker, in the article
  "entity" INTEGER REFERENCES "entities" ("id"),
  PRIMARY KEY ("quote", "appearance")
) WITHOUT ROWID;
CREATE TABLE "figures_about" (
  "figure" INTEGER NOT NULL REFERENCES "figures" ("id"),
  "appearance" INTEGER NOT NULL REFERENCES "appearances" ("id"), -- the entity in the article
  "entity" INTEGER REFERENCES "entities" ("id"),
  PRIMARY KEY ("figure", "appearance")
) WITHOUT ROWID;
CREATE TABLE "copies" (
  "document" INTEGER PRIMARY KEY REFERENCES "documents" ("id"), -- an article of which there are near copies
  "first" INTEGER NOT NULL REFERENCES "documents" ("id") -- the earliest of them, the same for all
);
CREATE TABLE "same_quotes" (
  "id" INTEGER PRIMARY KEY, -- words that several articles tell; the numbers change when articles are added
  "text" TEXT NOT NULL, -- the words in the original, the wording of most outlets
  "speaker" TEXT, -- who says it in most outlets
  "entity" INTEGER REFERENCES "entities" ("id"), -- that speaker
  "original" INTEGER NOT NULL REFERENCES "documents" ("id"), -- an article with the original
  "first" INTEGER NOT NULL REFERENCES "documents" ("id"), -- the article where it was seen first
  "day" TEXT, -- the day of that article
  "outlet" TEXT, -- who published that article
  "last_day" TEXT, -- the last day of an article with it
  "articles" INTEGER NOT NULL, -- number of articles with it
  "outlets" INTEGER NOT NULL, -- number of outlets with it
  "altered" INTEGER NOT NULL, -- number of tellings in which words differ
  "other_speakers" INTEGER NOT NULL -- number of tellings that give it to somebody else
);
CREATE TABLE "tellings" (
  "id" INTEGER PRIMARY KEY, -- one article's telling of such words, by the time of publication
  "same_quote" INTEGER NOT NULL REFERENCES "same_quotes" ("id"),
  "document" INTEGER NOT NULL REFERENCES "documents" ("id"),
  "quote" INTEGER REFERENCES "quotes" ("id"), -- empty for words in quotation marks that are no quote
  "text" TEXT NOT NULL, -- the words here; passages are joined by a space
  "start" INTEGER NOT NULL, -- offset in the text, in code points
  "stop" INTEGER NOT NULL, -- offset behind it
  "relation" TEXT NOT NULL, -- verbatim, shortened, altered, merged or indirect
  "speaker" TEXT, -- who says it here
  "entity" INTEGER REFERENCES "entities" ("id"), -- who says it here
  "other_speaker" INTEGER NOT NULL, -- 1 where that is somebody else than in most outlets
  "copy_of" INTEGER REFERENCES "documents" ("id"), -- an earlier article of which this one is a near copy
  "reason" TEXT, -- why it is the same: what it shares with the original
  "score" REAL NOT NULL -- how much speaks for it, 0 to 1; not a probability
);
CREATE TABLE "alterations" (
  "id" INTEGER PRIMARY KEY,
  "telling" INTEGER NOT NULL REFERENCES "tellings" ("id"),
  "part" TEXT NOT NULL, -- words, or speaker for another speaker
  "text" TEXT, -- the words here; empty where they are left out
  "start" INTEGER, -- offset in the text of the telling's article
  "stop" INTEGER, -- offset behind it
  "original_text" TEXT, -- the words in the original; empty where they are added
  "original" INTEGER REFERENCES "documents" ("id"), -- the article with those
  "original_start" INTEGER, -- offset in its text
  "original_stop" INTEGER -- offset behind it
);
CREATE TABLE "figure_groups" (
  "id" INTEGER PRIMARY KEY REFERENCES "figures" ("id"), -- figures about one thing at one time: the first of them
  "relation" TEXT NOT NULL, -- agree, drift, conflict or incomparable
  "reason" TEXT NOT NULL, -- why, in one line
  "rule" TEXT NOT NULL, -- name of the rule that decided
  "subject" TEXT, -- what is counted or measured
  "one" INTEGER NOT NULL REFERENCES "figures" ("id"), -- a figure that shows the relation
  "other" INTEGER NOT NULL REFERENCES "figures" ("id"), -- the figure that it is compared with
  "day" TEXT, -- the first day of an article with one
  "last_day" TEXT, -- the last day
  "figures" INTEGER NOT NULL, -- number of figures
  "articles" INTEGER NOT NULL, -- number of articles; 1 where an article gives several figures itself
  "outlets" INTEGER NOT NULL -- number of outlets
);
CREATE TABLE "grouped_figures" (
  "figure" INTEGER PRIMARY KEY REFERENCES "figures" ("id"),
  "figure_group" INTEGER NOT NULL REFERENCES "figure_groups" ("id"),
  "document" INTEGER NOT NULL REFERENCES "documents" ("id"),
  "headline" INTEGER NOT NULL -- 1 where it is in the headline
);
CREATE TABLE "statuses" (
  "id" INTEGER PRIMARY KEY, -- how an article gives one of its claims
  "document" INTEGER NOT NULL REFERENCES "documents" ("id"),
  "quote" INTEGER REFERENCES "quotes" ("id"), -- the claim, where it is a quote
  "figure" INTEGER REFERENCES "figures" ("id"), -- the claim, where it is a figure
  "base" TEXT NOT NULL, -- asserted, reported, hedged, denied or open
  "rule" TEXT -- name of the rule that decided
);
CREATE TABLE "evidence" (
  "status" INTEGER NOT NULL REFERENCES "statuses" ("id"),
  "text" TEXT NOT NULL, -- the words that say how the claim is given
  "start" INTEGER NOT NULL, -- offset in the text of the claim's article
  "stop" INTEGER NOT NULL -- offset behind it
);
CREATE TABLE "effects" (
  "id" INTEGER PRIMARY KEY, -- what is said of a claim, in its own article or in another
  "status" INTEGER NOT NULL REFERENCES "statuses" ("id"),
  "effect" TEXT NOT NULL, -- disputed, confirmed or corrected
  "said_by" TEXT, -- by whom; empty where an article does it itself
  "entity" INTEGER REFERENCES "entities" ("id"), -- by whom
  "document" INTEGER NOT NULL REFERENCES "documents" ("id"), -- the article that says so
  "text" TEXT NOT NULL, -- the words that say so
  "start" INTEGER NOT NULL, -- offset in the text of that article
  "stop" INTEGER NOT NULL, -- offset behind it
  "rules" TEXT -- names of the rules that decided
);
CREATE TABLE "attributes" (
  "key" TEXT NOT NULL, -- a name of your own table, without case, diacritics and dots
  "name" TEXT NOT NULL, -- the name as your table has it
  "attribute" TEXT NOT NULL, -- the column of your table
  "value" TEXT NOT NULL,
  PRIMARY KEY ("key", "attribute")
);
CREATE VIRTUAL TABLE "documents_words" USING fts5(
  "title", "text", content="documents", content_rowid="id", tokenize="porter unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE "quotes_words" USING fts5(
  "text", "about", "sentence", "speaker", "together_with", "role", "organisation",
  content="quotes", content_rowid="id", tokenize="porter unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE "figures_words" USING fts5(
  "what", "about", "sentence", "speaker", "role", "organisation",
  content="figures", content_rowid="id", tokenize="porter unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE "roles_words" USING fts5(
  "role", "organisation", content="roles", content_rowid="id", tokenize="porter unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE "entities_words" USING fts5(
  "name", content="entities", content_rowid="id", tokenize="unicode61 remove_diacritics 2"
);
CREATE INDEX "documents_day" ON "documents" ("day");
CREATE INDEX "documents_outlet" ON "documents" ("outlet", "month", "day", "words", "quotes", "figures");
CREATE INDEX "entities_key" ON "entities" ("label", "key");
CREATE INDEX "entities_link" ON "entities" ("link");
CREATE INDEX "entities_quotes" ON "entities" ("quotes" DESC, "mentions" DESC, "id");
CREATE INDEX "appearances_entity" ON "appearances" ("entity", "document");
CREATE INDEX "appearances_document" ON "appearances" ("document");
CREATE INDEX "mentions_entity" ON "mentions" ("entity");
CREATE INDEX "mentions_document" ON "mentions" ("document");
CREATE INDEX "roles_entity" ON "roles" ("entity", "day");
CREATE INDEX "roles_document" ON "roles" ("document");
CREATE INDEX "sources_document" ON "sources" ("document", "kind", "words");
CREATE INDEX "sources_entity" ON "sources" ("entity");
CREATE INDEX "sources_outlet" ON "sources" ("outlet", "kind");
CREATE INDEX "quotes_document" ON "quotes" ("document", "start");
CREATE INDEX "quotes_entity" ON "quotes" ("entity", "day");
CREATE INDEX "quotes_day" ON "quotes" ("day" DESC, "id");
CREATE INDEX "quotes_outlet" ON "quotes" ("outlet", "day");
CREATE INDEX "quotes_about_entity" ON "quotes_about" ("entity");
CREATE INDEX "quotes_together_entity" ON "quotes_together" ("entity");
CREATE INDEX "figures_document" ON "figures" ("document", "start");
CREATE INDEX "figures_entity" ON "figures" ("entity", "day");
CREATE INDEX "figures_quote" ON "figures" ("quote");
CREATE INDEX "figures_day" ON "figures" ("day" DESC, "id");
CREATE INDEX "figures_scale" ON "figures" ("scale", "scale_low");
CREATE INDEX "figures_measure" ON "figures" ("measure");
CREATE INDEX "figures_noun" ON "figures" ("noun");
CREATE INDEX "figures_about_entity" ON "figures_about" ("entity");
CREATE INDEX "copies_first" ON "copies" ("first");
CREATE INDEX "tellings_same_quote" ON "tellings" ("same_quote");
CREATE INDEX "tellings_document" ON "tellings" ("document");
CREATE INDEX "tellings_quote" ON "tellings" ("quote");
CREATE INDEX "tellings_entity" ON "tellings" ("entity");
CREATE INDEX "alterations_telling" ON "alterations" ("telling");
CREATE INDEX "figure_groups_relation" ON "figure_groups" ("relation", "last_day");
CREATE INDEX "grouped_figures_figure_group" ON "grouped_figures" ("figure_group");
CREATE INDEX "grouped_figures_document" ON "grouped_figures" ("document");
CREATE INDEX "statuses_document" ON "statuses" ("document");
CREATE INDEX "statuses_quote" ON "statuses" ("quote");
CREATE INDEX "statuses_figure" ON "statuses" ("figure");
CREATE INDEX "statuses_base" ON "statuses" ("base") WHERE "base" = 'denied';
CREATE INDEX "evidence_status" ON "evidence" ("status");
CREATE INDEX "effects_status" ON "effects" ("status");
CREATE INDEX "effects_document" ON "effects" ("document");
CREATE INDEX "effects_entity" ON "effects" ("entity");
