"""One folder per subject of the work; each says what the law asks there."""
