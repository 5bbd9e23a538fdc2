"""How the English model was trained; needs the extra ``training``, and nothing outside this folder imports it."""
