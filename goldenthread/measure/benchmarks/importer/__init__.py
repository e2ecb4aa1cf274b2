"""The importer: official files in, the package's compact tables out (`goldenthread benchmarks build`)."""
