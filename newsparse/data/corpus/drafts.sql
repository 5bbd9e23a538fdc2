CREATE TABLE IF NOT EXISTS "drafts" (
  "id" INTEGER PRIMARY KEY, -- a draft that was verified against its sources
  "key" TEXT NOT NULL UNIQUE, -- digest of its path and text: verified again, it takes the place of the earlier findings
  "title" TEXT NOT NULL, -- its title, or else its first line
  "path" TEXT, -- where it was read from
  "verified" TEXT NOT NULL, -- when, ISO 8601, UTC
  "quotations" INTEGER NOT NULL, -- number of quotations
  "figures" INTEGER NOT NULL, -- number of figures
  "unsupported" INTEGER NOT NULL, -- number of those that the sources do not support
  "json" BLOB NOT NULL -- the draft with its findings as newsparse writes it, deflated (zlib)
);
CREATE TABLE IF NOT EXISTS "draft_findings" (
  "id" INTEGER PRIMARY KEY, -- what the sources say of one quotation or figure of a draft
  "draft" INTEGER NOT NULL REFERENCES "drafts" ("id"),
  "local" TEXT NOT NULL, -- id of the finding in the draft
  "checked" TEXT NOT NULL, -- quote or figure
  "verdict" TEXT NOT NULL, -- verbatim, shortened, consistent, altered, speaker, value, unit, bound, date or absent
  "supported" INTEGER NOT NULL, -- 1 where the sources say the same
  "text" TEXT NOT NULL, -- the words of the draft
  "start" INTEGER NOT NULL, -- offset in the draft, in code points
  "stop" INTEGER NOT NULL, -- offset behind it
  "differences" TEXT, -- in what draft and source differ
  "reason" TEXT, -- why, in one line
  "source" TEXT, -- path or id of the nearest source
  "document" INTEGER REFERENCES "documents" ("id"), -- that source, where it is an article of this database
  "source_text" TEXT, -- the words there
  "source_start" INTEGER, -- offset in the text of the source
  "source_stop" INTEGER, -- offset behind it
  "likeness" REAL NOT NULL -- how much of the words or of the sentence is found there, 0 to 1
);
CREATE INDEX IF NOT EXISTS "draft_findings_draft" ON "draft_findings" ("draft");
CREATE INDEX IF NOT EXISTS "draft_findings_document" ON "draft_findings" ("document");
CREATE INDEX IF NOT EXISTS "documents_article" ON "documents" ("article");
