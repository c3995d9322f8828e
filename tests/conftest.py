"""How property tests look for examples: the same ones at every run in continuous integration, new ones at a desk."""

import os

from hypothesis import settings

settings.register_profile("ci", derandomize=True)
if os.environ.get("CI"):
    settings.load_profile("ci")
