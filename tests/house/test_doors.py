"""Other rooms are used through their doors only. Another room's nouns may be named, never asked or changed directly."""

import ast
from collections.abc import Iterator
from pathlib import Path

import grimp

import goldenthread
from tests.house.house import door, room, wing

DOORS = {"reads", "writes", "definition", "intake"}
NAMED = {"models", "permissions"}  # nouns for foreign keys and types; predicates
OPEN = {"rules", "charts", "ui"}  # rooms without doors
WRITTEN_WITH = {"intake": {"source", "sheet", "journal", "bulk", "keeper"}}  # what a source of any room is written with
ABOVE = {"config", "__main__"}


def is_open(module: str) -> bool:
    name = room(module)
    return name in OPEN or door(module) in DOORS | NAMED | WRITTEN_WITH.get(name, set())


def test_other_rooms_use_only_the_doors() -> None:
    graph = grimp.build_graph("goldenthread", exclude_type_checking_imports=True)

    trespass = [
        (importer, imported)
        for imported in graph.modules
        for importer in graph.find_modules_that_directly_import(imported)
        if wing(importer) not in ABOVE and room(importer) != room(imported) and not is_open(imported)
    ]

    assert trespass == []


def foreign_nouns(tree: ast.Module, home: str) -> Iterator[str]:
    """Names that a module has from the models of another room."""
    for node in ast.walk(tree):
        module = node.module or "" if isinstance(node, ast.ImportFrom) else ""
        if module.startswith("goldenthread.") and door(module) == "models" and room(module) != home:
            yield from (name.asname or name.name for name in node.names)


def questions(source: str, home: str) -> Iterator[str]:
    tree = ast.parse(source)
    nouns = set(foreign_nouns(tree, home))
    for node in ast.walk(tree):
        asked = node.value if isinstance(node, ast.Attribute) and node.attr == "objects" else None
        if isinstance(asked, ast.Name) and asked.id in nouns:
            yield f"line {asked.lineno}: {asked.id}.objects"


def test_the_check_sees_a_question_to_another_rooms_noun() -> None:
    source = "from goldenthread.foundation.partnership.models import Person\nPerson.objects.all()\n"

    assert list(questions(source, "casework")) == ["line 2: Person.objects"]


def test_another_rooms_nouns_are_asked_through_its_reads() -> None:
    house = Path(goldenthread.__path__[0])
    modules = {
        path: ".".join(("goldenthread", *path.relative_to(house).with_suffix("").parts)) for path in house.rglob("*.py")
    }

    trespass = [
        f"{module}, {question}"
        for path, module in modules.items()
        if wing(module) not in ABOVE and "migrations" not in path.parts
        for question in questions(path.read_text(encoding="utf-8"), room(module))
    ]

    assert trespass == []
