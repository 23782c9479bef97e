"""The terminal: options that several commands take, exit codes, columns and colours, the bar of a long check.

In: what a command found. Out: lines on a terminal, or JSON.
"""
