"""What words of violence mean where they stand: whether it happened, is of something else, or is told as a tale."""
