"""Two claims in, their relation out: the same figure, one change, agreement or conflict."""
