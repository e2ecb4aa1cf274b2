from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("plans", "0001_initial")]
    operations = [
        migrations.AddField("evidence", "offered_by", models.CharField(blank=True, default="", max_length=100), False)
    ]
