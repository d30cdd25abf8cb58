"""The ledger: an append-only list of what people decided and did. It knows nothing of how reports are read.

Everything else that the store holds is made from documents and from this list; a state is a fold of its events.
"""
