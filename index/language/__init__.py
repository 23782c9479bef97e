"""What a text says: sentences, tokens, dates, people. Pure functions over text."""
