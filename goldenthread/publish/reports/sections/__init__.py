"""The parts that papers are made of: each a function from facts to a section. A definition puts them in order."""
