"""Papers: one tree of content, three renderings, a glossary of exactly the words used."""
