"""How a ledger of an earlier form becomes one of a later form, for every database: a module of Alembic a step.

A step is a file `versions/form_<n>.py` with the revision "000<n>", written with Alembic's `op`. It runs in one
transaction with the others; where a step fails the ledger is as it was. There is no way back but the copy of before.
"""
