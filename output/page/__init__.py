"""Layers -> the map's page: its data in columns of bytes, its scripts, its basemap."""
