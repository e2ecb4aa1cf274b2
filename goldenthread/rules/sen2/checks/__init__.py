"""What a return may get wrong, one small function a rule, in a file for each module.

The rules are our own, for the DfE's numbered list is not openly published. Codes: V the main rules, P person, A plan
and placement, E establishment, F form.
"""
