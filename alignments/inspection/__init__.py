"""What the checks look at: views of units, and what is usual in the collection they stand in."""
