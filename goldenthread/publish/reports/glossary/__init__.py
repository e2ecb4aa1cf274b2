"""Every short form that a paper really uses, spelt out and explained; one that nobody knows is reported, not hidden."""

from goldenthread.publish.reports.glossary.expand import expanded, glossary_table
from goldenthread.publish.reports.glossary.harvest import Glossary, Unknown, harvest
from goldenthread.publish.reports.glossary.terms import Term, known_terms

__all__ = ["Glossary", "Term", "Unknown", "expanded", "glossary_table", "harvest", "known_terms"]
