"""The Discord side: client, service, commands (``cogs``), what people see (``cards``), and the preview.

In: interactions and messages. Out: cards. Uses ``bot.app`` and the door of ``index``; knows nothing of the command line.
"""
