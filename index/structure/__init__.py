"""The parts of a document that people cite by a name: found in its text, named, and put together."""
