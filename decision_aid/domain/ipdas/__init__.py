"""How an aid measures up to the items of IPDASi v4.0, worked out from its pack.

Source: Joseph-Williams 2014 (doi 10.1177/0272989X13501721).
"""
