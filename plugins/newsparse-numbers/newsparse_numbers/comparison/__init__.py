"""Two claims enter; how they relate leaves: the same figure, one change, agreement or conflict."""
