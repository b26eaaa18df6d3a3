"""Sources -> the bundled gazetteer, byte for byte the same on every machine. Nothing at run time imports it."""
