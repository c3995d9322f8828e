"""What every exchange format shares: options, safe XML, tables, and imports that tell the truth."""
