"""Groups and the text in; out come the roles of people."""
