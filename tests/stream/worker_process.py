"""A worker in a process of its own, for the tests that kill it: worker_process.py TASK, settings in the environment."""

import sys

from copydesk.config import Settings
from copydesk.stream.worker import run_worker

if __name__ == "__main__":
    sys.exit(run_worker(Settings.load(), sys.argv[1]))
