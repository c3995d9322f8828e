"""The documents of `tilmash demo`: written for it, with the mess of real ones."""
