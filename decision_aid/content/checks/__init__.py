"""Small named rules that tell the author of a pack what to mend, one after the other."""
