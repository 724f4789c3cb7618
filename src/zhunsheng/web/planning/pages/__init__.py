"""Pages on which a plan document is uploaded, looked over, put right and confirmed."""
