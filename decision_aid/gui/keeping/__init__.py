"""Keeping sessions on this computer: what works beside the window, and the cards for it."""
