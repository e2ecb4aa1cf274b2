"""Frozen files on Spark, for who has a cluster: the same definitions, counted there. It needs the extra `spark` and
Java.
"""

from datetime import date
from pathlib import Path
from typing import Any

import ibis

from goldenthread.measure.indicators.counted import Tables
from goldenthread.rules.tables import ALL

LOCAL = "local[2]"


def session(master: str = LOCAL, **settings: str) -> Any:
    """A Spark session on `master`, such as spark://HOST:7077. Starting one takes some ten seconds: keep it.

    Raises RuntimeError where Spark or Java is not there.
    """
    try:
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ImportError as absent:
        raise RuntimeError("Spark is not installed here: pip install 'goldenthread[spark]'.") from absent
    build = SparkSession.builder.master(master).appName("goldenthread")
    for name, value in {"spark.ui.enabled": "false", "spark.sql.session.timeZone": "UTC", **settings}.items():
        build = build.config(name, value)
    try:
        return build.getOrCreate()
    except (PySparkException, OSError) as absent:
        raise RuntimeError("Spark did not start: it needs Java 17, and JAVA_HOME where java is not found.") from absent


def tables_on_spark(folder: Path, as_at: date, session: Any) -> Tables:
    """`folder` is where every worker of the cluster finds it."""
    connection = ibis.pyspark.connect(session)
    return Tables(
        **{table.name: connection.read_parquet(str(folder / f"{table.name}.parquet")) for table in ALL}, as_at=as_at
    )
