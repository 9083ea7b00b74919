"""The graph side of regraph: the ledger of statements, their resolution to real documents, and the stores of the graph."""
