"""Work with a deadline ends at its next look at the time."""

import pytest

from build_scripts.model.text.deadline import Deadline, TimeIsUpError, check_time


def test_work_goes_on_without_a_deadline_and_until_it_is_stopped() -> None:
    check_time()
    deadline = Deadline(1000)
    with deadline.hold():
        check_time()
        deadline.stop()
        with pytest.raises(TimeIsUpError, match="1000 seconds"):
            check_time()
    check_time()
