"""Who moves it, who is supplied, and who says so."""
