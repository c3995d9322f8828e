"""Ways through two texts: the lattice of candidate beads, the paths through it, stretches of larger files."""
