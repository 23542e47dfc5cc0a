"""How the tables of the indexer are fitted, and how well it extracts."""
