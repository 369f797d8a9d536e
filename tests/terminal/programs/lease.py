"""Let a file be opened by nobody, as on a network drive that has gone: a lease on it that is never given back."""

from __future__ import annotations

import fcntl
import os
import signal
import sys


def main() -> None:
    """Take the lease, say so, and keep it until the end."""
    signal.signal(signal.SIGIO, signal.SIG_IGN)
    fcntl.fcntl(os.open(sys.argv[1], os.O_RDWR), fcntl.F_SETLEASE, fcntl.F_WRLCK)
    sys.stdout.write("leased\n")
    sys.stdout.flush()
    sys.stdin.read()


if __name__ == "__main__":
    main()
