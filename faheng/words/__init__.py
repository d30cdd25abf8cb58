"""What Faheng says: interface messages, numbers, periods and verdicts in Chinese or English."""
