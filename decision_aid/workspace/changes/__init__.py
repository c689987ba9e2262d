"""Every change a session can go through, by the step of the walk it is made on.

Each is pure and says which gesture it belongs to; see `decision_aid.workspace.workspace.Change`.
"""
