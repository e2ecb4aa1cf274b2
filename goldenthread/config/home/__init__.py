"""The first page: what needs me? It reads every room, so it stands above them all."""
