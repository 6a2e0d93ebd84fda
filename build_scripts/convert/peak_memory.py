"""The peak memory of a process."""

import sys
from pathlib import Path

try:
    import resource
except ImportError:  # Windows
    resource = None  # type: ignore[assignment]

_STATUS = Path("/proc/self/status")
_OF_THIS_PROGRAM = "VmHWM:"  # the system's other count may include the program that began this one
_UNIT = 1 if sys.platform == "darwin" else 1024  # bytes, of getrusage(2)


def measure_peak() -> int:
    """Return the most bytes that this process has used until now, or 0 if unknown."""
    try:
        lines = _STATUS.read_text("ascii", "replace").splitlines()
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT if resource else 0
    found = (line.split()[1] for line in lines if line.startswith(_OF_THIS_PROGRAM))
    return int(next(found, "0")) * 1024
