"""What the patient screen shows, step by step; built from a moment, without a toolkit."""
