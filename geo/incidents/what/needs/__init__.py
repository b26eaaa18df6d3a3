"""What must stand beside a word with several senses before it tells of violence."""
