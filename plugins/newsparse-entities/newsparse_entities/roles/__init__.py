"""Groups and the text in, what the text says that people are out."""
