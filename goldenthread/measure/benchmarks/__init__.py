"""Published figures: what the nation, the regions and every area report, in compact tables (docs/data-sources.md)."""
