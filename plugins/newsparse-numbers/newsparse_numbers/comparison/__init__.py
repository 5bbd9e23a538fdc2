"""Claims of one article enter; those that belong together leave joined: a change's levels, one figure in two units."""
