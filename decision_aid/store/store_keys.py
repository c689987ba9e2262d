"""The keys of an open store. They are in memory only, and nowhere after it is closed."""

from decision_aid.store.sealing import derived


class Keys:
    """What the master key leads to.

    Attributes:
        store: The store's id, 16 bytes.
        master: The store's master key, 64 bytes.
        wrap: Seals each session's own key.
        multiset: Makes the keyed sum over the sessions.
        head: Leads to the key that each head is sealed under.
        audit: Seals the entries of the audit.
        chain: Chains them.
    """

    def __init__(self, store: bytes, master: bytes) -> None:
        self.store = store
        self.master = master
        self.wrap = derived(master, "wrap")
        self.multiset = derived(master, "multiset")
        self.head = derived(master, "head")
        self.audit = derived(master, "audit")
        self.chain = derived(master, "chain")
