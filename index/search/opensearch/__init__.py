"""An index in a cluster of OpenSearch nodes, for what one file and one machine are too small for.

The engine finds and keeps passages there; the log has the rows of everything else, which a store's file is a copy of
(``index.storage.replication``). Tests hold both to the contract of every engine and index, on three real nodes.
"""
