"""``python -m voorwerp``."""

import sys

from .command import main

sys.exit(main())
