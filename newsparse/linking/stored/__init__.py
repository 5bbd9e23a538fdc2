"""Articles compared with each other as they are added to a database, so that each costs what it has in common."""
