"""The web: what may be fetched, fetching within limits, and which feeds are followed.

In: an address. Out: bytes with what the server said of them. Uses ``readers`` and ``storage``.
"""
