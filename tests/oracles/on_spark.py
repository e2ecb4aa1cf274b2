"""Counts the whole catalogue on Spark and leaves the figures in a file: in a process of its own, since Spark leaves
sockets open and a Java behind.

python -m tests.oracles.on_spark FOLDER FIGURES
"""

import pickle
import sys
from pathlib import Path

from goldenthread.measure.indicators.distributed import session, tables_on_spark
from goldenthread.measure.indicators.engine import measure
from tests.oracles.agreeing import AS_AT, COMPUTED, SINCE

SMALL = {  # a thousand rows: to compile code for them would take longer than to count them
    "spark.sql.shuffle.partitions": "2",
    "spark.sql.codegen.wholeStage": "false",
    "spark.sql.codegen.factoryMode": "NO_CODEGEN",
    "spark.sql.adaptive.enabled": "false",
    "spark.ui.showConsoleProgress": "false",
    "spark.driver.extraJavaOptions": "-XX:TieredStopAtLevel=1",
    "spark.driver.host": "127.0.0.1",
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.log.level": "ERROR",
}


def main(folder: str, figures: str) -> None:
    started = session(**SMALL)
    found = list(measure(COMPUTED, tables_on_spark(Path(folder), AS_AT, started), SINCE))
    Path(figures).write_bytes(pickle.dumps(found))
    started.stop()


if __name__ == "__main__":
    main(*sys.argv[1:])
