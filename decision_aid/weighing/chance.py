"""Where chance comes from: one generator for each thing that is drawn."""

import numpy as np


def generator(seed: int, *names: str) -> np.random.Generator:
    """A generator that belongs to one named thing, whatever else is drawn and in which order.

    The names go in as they are, so that no two things ever share a stream. This is what keeps an
    option's score as it is when another option is gated, and the result the same to the last bit
    when options, criteria or answers come in another order.

    Args:
        seed: The session's seed, not negative.
        names: What is drawn: "standing" with option and criterion, or "importance" with criterion.
    """
    entropy = (seed, *"\0".join(names).encode())
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence(entropy)))
