"""A small reader: given a question and a few sentences, it points at the words that answer. It writes nothing."""
