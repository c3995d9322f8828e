"""From messy files to clean, segmented, kept documents."""
