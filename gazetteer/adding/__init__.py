"""What a user adds -> gazetteer files: GeoNames' dumps of any size, and tables of places."""
