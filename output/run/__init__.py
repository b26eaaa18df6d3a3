"""Runs: an archive read into a folder by several processes, continued where it stopped, with layers of its own."""
