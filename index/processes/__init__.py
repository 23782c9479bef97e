"""Python processes of our own at the far end of a pipe, and what is said through it.

In: the name of a module to run. Out: messages, until the process is ended or killed. Uses ``readers`` and ``structure``.
"""
