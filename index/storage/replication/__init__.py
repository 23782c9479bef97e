"""A file that is a copy of what a log holds, so that several machines share one index; what keeps the log is not known here.

In: transactions on the copy. Out: entries of the log, and from the entries of others the copy again. The file may be deleted.
"""
