"""Parley on Discord and in the shell."""
