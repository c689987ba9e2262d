"""The one mutable object of the program, and the changes it accepts."""
