"""What a person opens: layers, files, and the map."""
