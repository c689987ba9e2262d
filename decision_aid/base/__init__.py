"""What everything else may use: errors, resources, logs. Imports nothing of ours."""
