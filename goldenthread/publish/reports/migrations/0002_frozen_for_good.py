"""The database itself refuses to change a frozen edition, or anything that belongs to it, whoever asks it."""

from django.db import migrations

WORDS = "A frozen paper is never changed. Make a correction: a new edition that says what it says differently."
PARTS = ("reports_written", "reports_consultee", "reports_clearance")
IS_FROZEN = "EXISTS (SELECT 1 FROM reports_edition WHERE id = {row}.edition_id AND frozen_on IS NOT NULL)"


def _sqlite(table, verb, condition):
    return f"""CREATE TRIGGER {table}_frozen_{verb.lower()} BEFORE {verb} ON {table} WHEN {condition}
        BEGIN SELECT RAISE(ABORT, '{WORDS}'); END;"""


def _postgresql(table, verb, function):
    return f"""CREATE TRIGGER {table}_frozen_{verb.lower()} BEFORE {verb} ON {table} FOR EACH ROW
        EXECUTE FUNCTION {function}();"""


def _rules():
    """(table, verb, condition): a change looks at the row as it was; a new part at the edition that it would join."""
    for verb in ("UPDATE", "DELETE"):
        yield "reports_edition", verb, "OLD.frozen_on IS NOT NULL"
    for table in PARTS:
        for verb, row in (("INSERT", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD")):
            yield table, verb, IS_FROZEN.format(row=row)


def _names():
    return [(table, f"{table}_frozen_{verb.lower()}") for table, verb, _ in _rules()]


POSTGRESQL = [
    f"""CREATE FUNCTION reports_edition_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF OLD.frozen_on IS NOT NULL THEN RAISE EXCEPTION '{WORDS}'; END IF;
            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
            RETURN NEW;
        END $$;""",
    f"""CREATE FUNCTION reports_part_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
        DECLARE of_edition bigint;
        BEGIN
            IF TG_OP = 'INSERT' THEN of_edition := NEW.edition_id; ELSE of_edition := OLD.edition_id; END IF;
            IF EXISTS (SELECT 1 FROM reports_edition WHERE id = of_edition AND frozen_on IS NOT NULL) THEN
                RAISE EXCEPTION '{WORDS}';
            END IF;
            IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
            RETURN NEW;
        END $$;""",
    *(
        _postgresql(table, verb, "reports_edition_frozen" if table == "reports_edition" else "reports_part_frozen")
        for table, verb, _ in _rules()
    ),
]
STATEMENTS = {"sqlite": [_sqlite(*rule) for rule in _rules()], "postgresql": POSTGRESQL}
UNDO = {
    "sqlite": [f"DROP TRIGGER {name};" for _, name in _names()],
    "postgresql": [
        *(f"DROP TRIGGER {name} ON {table};" for table, name in _names()),
        "DROP FUNCTION reports_edition_frozen();",
        "DROP FUNCTION reports_part_frozen();",
    ],
}


def run(statements):
    def on_this_database(apps, schema_editor):
        for statement in statements.get(schema_editor.connection.vendor, []):
            schema_editor.execute(statement)

    return on_this_database


class Migration(migrations.Migration):
    dependencies = [("reports", "0001_initial")]
    operations = [migrations.RunPython(run(STATEMENTS), run(UNDO))]
