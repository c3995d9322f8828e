"""Translation units: made, kept, checked, reviewed, searched, exchanged."""
