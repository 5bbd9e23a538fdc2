"""A content in, the quotes inside it out: what others say in it, or its speaker said another time."""
