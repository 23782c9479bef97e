"""An engine in a cluster of OpenSearch nodes, for what one file and one machine are too small for.

It finds and keeps passages; documents and all that is found in them stand in the store, which is one file still. It is
therefore no setting: an index is opened with it (``Index.open(..., engine=...)``), and tests hold it to the contract of every
engine on three real nodes (``tests/cluster``).
"""
