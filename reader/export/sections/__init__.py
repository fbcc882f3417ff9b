"""The parts of a brief, one module a subject: each makes blocks of a dossier, none where there is nothing to say.

Every line of theirs ends in references to the passages that it rests on.
"""
