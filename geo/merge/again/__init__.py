"""A telling and the incidents told before it -> whether it tells one of them again, denies it, or goes on with it."""
