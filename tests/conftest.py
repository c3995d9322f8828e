"""How property tests look for examples: the same ones at every run in continuous integration, new ones at a desk.

None has a deadline: the first call may load compiled loops, and a busy machine is no fault.
"""

import os

from hypothesis import settings

settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("desk", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "desk")
