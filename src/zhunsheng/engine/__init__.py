"""What holds for every government and every domain: documents, reading, auditing. No Django here."""
