"""Named mentions in, groups that name one thing out."""
