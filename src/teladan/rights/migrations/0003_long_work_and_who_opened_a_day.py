import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("people", "0001_initial"),
        ("rights", "0002_preparation_of_each_right_and_feasts_taken_back"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name="occasion",
            name="how",
            field=models.CharField(
                choices=[
                    ("officer", "petugas"),
                    ("night", "sistem, malam"),
                    ("change", "sistem, setelah perubahan data"),
                ],
                default="officer",
                help_text="Who opened it.",
                max_length=8,
            ),
        ),
        migrations.CreateModel(
            name="Job",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "uid",
                    models.UUIDField(default=uuid.uuid4, editable=False, help_text="Used in addresses.", unique=True),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("open", "Membuka perkara"),
                            ("decide", "Mencatat keputusan"),
                            ("print", "Menyiapkan semua surat keputusan"),
                        ],
                        max_length=8,
                    ),
                ),
                ("key", models.CharField(help_text="What makes two askings the same act.", max_length=120)),
                (
                    "asked",
                    models.JSONField(
                        default=dict, help_text="What was asked for: codes, dates, the number of a decree."
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Menunggu giliran"),
                            ("running", "Sedang dikerjakan"),
                            ("done", "Selesai"),
                            ("refused", "Tidak dapat dilakukan"),
                            ("stopped", "Dihentikan"),
                            ("failed", "Gagal"),
                        ],
                        default="waiting",
                        max_length=8,
                    ),
                ),
                (
                    "problems",
                    models.JSONField(default=list, help_text="Why it was refused: field and sentence in id and en."),
                ),
                ("asked_at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "asked_by",
                    models.ForeignKey(
                        help_text="Empty: the program.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "facility",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="jobs", to="people.facility"
                    ),
                ),
                (
                    "occasion",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="jobs",
                        to="rights.occasion",
                    ),
                ),
            ],
            options={
                "ordering": ["-pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state__in", ("waiting", "running"))),
                        fields=("facility", "key"),
                        name="one_unfinished_job_an_act",
                    )
                ],
            },
        ),
    ]
