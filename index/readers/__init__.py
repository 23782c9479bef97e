"""One module per format: bytes in, documents out."""
