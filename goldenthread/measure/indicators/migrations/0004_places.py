from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = (("indicators", "0003_rebases"),)

    operations = (
        migrations.AddIndex(
            model_name="observation",
            index=models.Index(fields=["area", "place", "level"], name="observations_of_a_place"),
        ),
    )
