"""The text enters; stretches between quotation marks leave, with the marks and their depth."""
