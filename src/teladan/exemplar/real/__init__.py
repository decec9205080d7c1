"""The main job on real verdicts: texts through the intake, rows through the register's checks, both through the law.

Needs the folder of `make real`; what comes out are counts. Nothing here keeps or shows a row or a sentence.
"""
