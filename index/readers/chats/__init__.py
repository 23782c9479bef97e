"""Chats as their services export them: one module a service, a document a channel and day."""
