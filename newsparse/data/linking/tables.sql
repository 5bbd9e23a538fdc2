CREATE TABLE "kept" (
  "document" INTEGER PRIMARY KEY REFERENCES "documents" ("id"),
  "profiles" BLOB NOT NULL, -- what is compared of entities: JSON of newsparse.linking, deflated (zlib), as are the others
  "sayings" BLOB NOT NULL, -- what is compared of quotations
  "statements" BLOB NOT NULL -- what is compared of claims and figures
);
CREATE TABLE "story_words" (
  "document" INTEGER PRIMARY KEY REFERENCES "documents" ("id"),
  "day" INTEGER NOT NULL, -- the day of publication as a number, 0 where it is not known
  "hash" INTEGER NOT NULL, -- of the key of the article, by which articles of one day are ordered
  "words" BLOB NOT NULL, -- hashes of the words that say what it is about, 32 bits each
  "whole" REAL NOT NULL, -- how much they tell together
  "bits" BLOB NOT NULL -- 4,096 bits of which each word sets one
);
CREATE TABLE "rare_words" (
  "word" INTEGER NOT NULL, -- hash of one of the rarest words of an article
  "day" INTEGER NOT NULL, -- the day of publication as a number, 0 where it is not known
  "hash" INTEGER NOT NULL, -- of the key of the article
  "document" INTEGER NOT NULL REFERENCES "documents" ("id"),
  "short" INTEGER NOT NULL, -- 1 for an article that has few words
  PRIMARY KEY ("word", "day", "hash", "document")
) WITHOUT ROWID;
CREATE TABLE "related" (
  "one" INTEGER NOT NULL REFERENCES "documents" ("id"), -- two articles that may tell one story, in both orders
  "other" INTEGER NOT NULL REFERENCES "documents" ("id"),
  "alike" REAL NOT NULL, -- how much they have in common, 0 to 1
  PRIMARY KEY ("one", "other")
) WITHOUT ROWID;
CREATE TABLE "figure_pairs" (
  "one" INTEGER NOT NULL, -- two figures that may be about one thing, in both orders: number of the article * 128 + place
  "other" INTEGER NOT NULL,
  "score" REAL NOT NULL, -- how much speaks for that
  PRIMARY KEY ("one", "other")
) WITHOUT ROWID;
CREATE TABLE "same_claims" (
  "one" INTEGER NOT NULL, -- two claims that say the same, in both orders: number of the article * 1048576 + place
  "other" INTEGER NOT NULL,
  "figure" INTEGER NOT NULL, -- 1 for figures, 0 for quotes
  PRIMARY KEY ("one", "other")
) WITHOUT ROWID;
CREATE TABLE "taken_back" (
  "claim" INTEGER NOT NULL, -- a figure that an article takes back, numbered as in "same_claims"
  "by" INTEGER NOT NULL, -- the figure of the sentence that does so
  PRIMARY KEY ("claim", "by")
) WITHOUT ROWID;
CREATE TABLE "aims" (
  "answer" INTEGER NOT NULL, -- an answer to claims: number of the article * 1048576 + place
  "claim" INTEGER NOT NULL, -- a claim that it is about, numbered as in "same_claims"
  PRIMARY KEY ("answer", "claim")
) WITHOUT ROWID;
CREATE INDEX "aims_claim" ON "aims" ("claim");
CREATE TABLE "sketch_keys" (
  "key" INTEGER NOT NULL, -- of two of the smallest hashes of an article's words: near copies share some
  "document" INTEGER NOT NULL REFERENCES "documents" ("id"),
  PRIMARY KEY ("key", "document")
) WITHOUT ROWID;
CREATE TABLE "copy_groups" (
  "document" INTEGER PRIMARY KEY REFERENCES "documents" ("id"),
  "home" INTEGER NOT NULL, -- one of the near copies of the article, the same for all of them; or the article itself
  "moment" TEXT NOT NULL, -- when it was published, in UTC
  "key" TEXT NOT NULL, -- key of the article
  "sketch" BLOB NOT NULL -- the smallest hashes of its words, 32 bits each
);
CREATE INDEX "copy_groups_home" ON "copy_groups" ("home", "moment", "key");
CREATE TABLE "wordings" (
  "id" INTEGER PRIMARY KEY, -- the same words in quotation marks, in one article or several
  "hash" INTEGER NOT NULL, -- of the words
  "words" TEXT NOT NULL, -- the words, which of them tell it from others, and where some are left out: JSON
  "alike" INTEGER NOT NULL -- number of the words
);
CREATE TABLE "runs" (
  "run" INTEGER PRIMARY KEY, -- hash of two or three words in a row
  "wordings" BLOB -- those that have it, 64 bits each: the number * 65536 + how many runs it has; NULL where so many do that it tells nothing
);
CREATE TABLE "wording_pairs" (
  "one" INTEGER NOT NULL REFERENCES "wordings" ("id"), -- two wordings that may be of one utterance, in both orders
  "other" INTEGER NOT NULL REFERENCES "wordings" ("id"),
  "alike" INTEGER NOT NULL, -- number of words that are the same in a row in both
  PRIMARY KEY ("one", "other")
) WITHOUT ROWID;
CREATE TABLE "utterances" (
  "saying" INTEGER PRIMARY KEY, -- what somebody says in an article: number of the article * 1048576 + place
  "wording" INTEGER REFERENCES "wordings" ("id"), -- of words in quotation marks
  "merged" INTEGER NOT NULL, -- 1 for words that put together what others tell apart
  "reported" INTEGER, -- of words without quotation marks: the saying that they report
  "day" INTEGER NOT NULL -- the day of publication as a number, 0 where it is not known
);
CREATE TABLE "report_pairs" (
  "one" INTEGER NOT NULL, -- two utterances without quotation marks that say the same, in both orders
  "other" INTEGER NOT NULL,
  PRIMARY KEY ("one", "other")
) WITHOUT ROWID;
CREATE TABLE "voices" (
  "name" INTEGER NOT NULL, -- hash of the family name of a speaker, or of the last word of a body
  "day" INTEGER NOT NULL, -- the day of publication as a number, 0 where it is not known
  "saying" INTEGER NOT NULL, -- what is said, numbered as in "utterances"
  "direct" INTEGER NOT NULL, -- 1 for words in quotation marks
  "terms" BLOB NOT NULL, -- hashes of the words that tell it from others, 32 bits each
  PRIMARY KEY ("name", "day", "saying")
) WITHOUT ROWID;
CREATE INDEX "wordings_hash" ON "wordings" ("hash");
CREATE INDEX "utterances_wording" ON "utterances" ("wording");
CREATE INDEX "utterances_reported" ON "utterances" ("reported") WHERE "reported" IS NOT NULL;
CREATE TABLE "namesakes" (
  "lookup" INTEGER NOT NULL, -- hash of what entities of articles have in common that may be one: an id, a name or a part of one
  "entity" INTEGER NOT NULL, -- an entity of an article: number of the article * 65536 + place
  "kind" INTEGER NOT NULL, -- 0 for an id in a list, 1 for a name that is the same for all, 2 for a full name, 3 for a part
  "label" TEXT NOT NULL, -- Person, Organization, Location, ...
  "local" TEXT NOT NULL, -- its id in the article
  "names" TEXT NOT NULL, -- its names in the article, the fullest first: JSON
  "stated" BLOB NOT NULL, -- hashes of its roles and organisations, 64 bits each
  "company" BLOB NOT NULL, -- hashes of the names beside it
  "host" INTEGER, -- of a part of a name: one of the entities in full whom it means
  "home" INTEGER NOT NULL, -- the first of the entities that are one, 0 until they are joined
  "shown" TEXT NOT NULL, -- what it shares with them: 1 for a part of the name or 2 for the name, and places of its evidence
  PRIMARY KEY ("lookup", "entity")
) WITHOUT ROWID;
CREATE INDEX "namesakes_entity" ON "namesakes" ("entity");
CREATE INDEX "namesakes_host" ON "namesakes" ("host") WHERE "host" IS NOT NULL;
CREATE INDEX "namesakes_home" ON "namesakes" ("home") WHERE "home" > 0;
CREATE TABLE "named" (
  "lookup" INTEGER PRIMARY KEY, -- of namesakes that are all one, because their name is the same for all
  "name" TEXT NOT NULL -- the fullest of their names
);
CREATE TABLE "name_words" (
  "word" INTEGER NOT NULL, -- hash of a word of a name
  "part" INTEGER NOT NULL, -- 1 for the last word of a part of a name
  "lookup" INTEGER NOT NULL, -- of namesakes that have it
  PRIMARY KEY ("word", "part", "lookup")
) WITHOUT ROWID;
CREATE INDEX "name_words_lookup" ON "name_words" ("lookup", "part", "word");
CREATE TABLE "name_counts" (
  "name" INTEGER PRIMARY KEY, -- hash of a name
  "count" INTEGER NOT NULL -- number of entities of articles that have it
);
CREATE INDEX "name_counts_count" ON "name_counts" ("count");
CREATE TABLE "companions" (
  "name" INTEGER NOT NULL, -- hash of a name beside others
  "document" INTEGER NOT NULL REFERENCES "documents" ("id"),
  PRIMARY KEY ("name", "document")
) WITHOUT ROWID;
CREATE TABLE "common_names" (
  "name" INTEGER PRIMARY KEY -- hash of a name that is too common to tell anybody by
);
