"""Documents in the formats of other tools: spaCy, W3C Web Annotation and schema.org, one module a format."""
