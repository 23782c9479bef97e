"""What is followed: pages and feeds on the web, files and folders on disk.

In: addresses and paths. Out: reports of what was added and removed. Uses the door ``index``, ``readers``, ``web`` and
``adding``.
"""
