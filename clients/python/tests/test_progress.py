"""What the bar says."""

import io
import unittest
from unittest import mock

from voorwerp.progress import Progress


class ProgressTest(unittest.TestCase):
    def test_the_pace_is_that_since_the_bytes_began_to_come(self):
        stream = io.StringIO()
        with mock.patch("time.monotonic") as clock:
            clock.return_value = 0.0
            progress = Progress("images.zip", 1_000_000, shown=True, stream=stream)
            # What is there already was checked meanwhile.
            clock.return_value = 90.0
            progress.start_at(500_000)
            clock.return_value = 100.0
            progress.add(100_000)
        self.assertIn(" 60 %", stream.getvalue())
        self.assertIn("  40 s left", stream.getvalue())


if __name__ == "__main__":
    unittest.main()
