"""The text in; stretches between quotation marks out, with the marks and their depth."""
