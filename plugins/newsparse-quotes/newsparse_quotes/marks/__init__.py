"""Text in, stretches between quotation marks out."""
