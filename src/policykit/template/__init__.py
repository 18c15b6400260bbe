"""A hospital's own plan from the superior's notice and a profile of the hospital; never a stage of the parse."""
