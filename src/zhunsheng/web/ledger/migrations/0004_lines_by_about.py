from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("ledger", "0003_lines_by_who"),
    ]

    operations = [
        migrations.AlterField(
            model_name="storedline",
            name="about",
            field=models.CharField(max_length=120),
        ),
        migrations.AddIndex(
            model_name="storedline",
            index=models.Index(
                fields=["about", "number"],
                name="lines_by_about",
                opclasses=["varchar_pattern_ops", "int8_ops"],
            ),
        ),
    ]
