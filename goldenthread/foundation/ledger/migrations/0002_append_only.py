"""The database itself refuses to change or remove a line, whoever asks it."""

from django.db import migrations

WORDS = "The ledger is append-only: a line is never changed or removed."

SQLITE = [
    f"""CREATE TRIGGER ledger_entry_no_{verb.lower()} BEFORE {verb} ON ledger_entry
        BEGIN SELECT RAISE(ABORT, '{WORDS}'); END;"""
    for verb in ("UPDATE", "DELETE")
]
POSTGRESQL = [
    f"""CREATE FUNCTION ledger_entry_append_only() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION '{WORDS}'; END $$;""",
    """CREATE TRIGGER ledger_entry_append_only BEFORE UPDATE OR DELETE ON ledger_entry
        FOR EACH ROW EXECUTE FUNCTION ledger_entry_append_only();""",
]
UNDO_POSTGRESQL = ["DROP TRIGGER ledger_entry_append_only ON ledger_entry;", "DROP FUNCTION ledger_entry_append_only();"]
UNDO_SQLITE = ["DROP TRIGGER ledger_entry_no_update;", "DROP TRIGGER ledger_entry_no_delete;"]


def run(statements):
    def on_this_database(apps, schema_editor):
        for statement in statements.get(schema_editor.connection.vendor, []):
            schema_editor.execute(statement)

    return on_this_database


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]
    operations = [
        migrations.RunPython(
            run({"sqlite": SQLITE, "postgresql": POSTGRESQL}),
            run({"sqlite": UNDO_SQLITE, "postgresql": UNDO_POSTGRESQL}),
        )
    ]
