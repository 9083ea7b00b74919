"""regraph reads Vietnamese news and regulation texts into a knowledge graph of documents."""
