"""What follows from pack and session: pure functions of numbers."""
