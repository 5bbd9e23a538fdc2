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
  "words" BLOB NOT NULL -- hashes of the words that say what it is about, 32 bits each
);
CREATE TABLE "rare_words" (
  "word" INTEGER NOT NULL, -- hash of one of the rarest words of an article
  "day" INTEGER NOT NULL, -- the day of publication as a number, 0 where it is not known
  "hash" INTEGER NOT NULL, -- of the key of the article
  "document" INTEGER NOT NULL REFERENCES "documents" ("id"),
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
